package dev.moltbot.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The program's connections. A lost one is replaced at the next use; no restart is needed. */
final class Pool {
  /** One for each loop and a few for commands; the server takes 40. */
  private static final int CONNECTIONS_MAX = 12;

  private static final int CONNECTIONS_IDLE = 2;
  private static final Duration BORROW_LIMIT = Duration.ofSeconds(5);
  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

  private Pool() {}

  static HikariDataSource of(Logins logins) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("moltbot");
    config.setDataSource(logins.app());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setMinimumIdle(CONNECTIONS_IDLE);
    config.setConnectionTimeout(BORROW_LIMIT.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    config.setKeepaliveTime(KEEP_ALIVE.toMillis());
    if (!logins.enter().isEmpty()) {
      config.setConnectionInitSql(logins.enter());
    }
    return new HikariDataSource(config);
  }
}
