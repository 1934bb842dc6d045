package dev.moltbot.adapter.postgres;

import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The server's two configuration files. Written whole at every start: what a hand or an older
 * version left in them does not count, so safety cannot be configured away by accident.
 */
final class ServerConfig {
  /** Only passwords, only from this machine. There is no line that trusts anybody. */
  static final String HBA =
      """
      # Written by Moltbot at every start; changes are lost.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final String SETTINGS =
      """
      # Written by Moltbot at every start; changes are lost.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = 'scram-sha-256'
      authentication_timeout = 10s

      # A reported commit is on the disk.
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      restart_after_crash = on

      # One user's messages: small, but not slow.
      max_connections = 40
      shared_buffers = 128MB
      work_mem = 8MB
      maintenance_work_mem = 64MB
      max_wal_size = 512MB
      wal_level = minimal
      max_wal_senders = 0
      checkpoint_timeout = 5min
      max_parallel_workers_per_gather = 0
      jit = off
      tcp_keepalives_idle = 60

      # Text, times and their order are the same on every machine.
      timezone = 'UTC'
      log_timezone = 'UTC'
      datestyle = 'ISO, YMD'
      lc_messages = 'C'

      # The log names no message text: no statements, no parameters, no row contents.
      logging_collector = on
      log_filename = 'postgresql-%a.log'
      log_file_mode = 0600
      log_rotation_age = 1d
      log_rotation_size = 10MB
      log_truncate_on_rotation = on
      log_line_prefix = '%m [%p] '
      log_checkpoints = off
      log_statement = 'none'
      log_min_error_statement = panic
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_error_verbosity = terse
      """;

  private ServerConfig() {}

  static String settings(int port, Path logs) {
    return SETTINGS
        + "log_directory = '"
        + logs.toString().replace("'", "''")
        + "'\ncluster_name = '"
        + generation()
        + "'\nport = "
        + port
        + "\n";
  }

  /** Changes when the settings do: a server left by an older Moltbot is then not adopted. */
  static String generation() {
    return "moltbot-" + HexFormat.of().toHexDigits((SETTINGS + HBA).hashCode());
  }
}
