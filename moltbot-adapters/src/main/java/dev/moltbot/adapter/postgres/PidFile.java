package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server says about itself in its {@code postmaster.pid}. The file outlives a killed server
 * and is written line by line, so every line may be missing and none is believed unchecked.
 */
record PidFile(long pid, int port, String status) {
  static final PidFile NONE = new PidFile(0, 0, "");

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** Everything before it is about the server's identity. */
  static final int STATUS_LINE = 7;

  static PidFile read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return NONE;
    }
    return new PidFile(
        number(lines, PID_LINE), (int) number(lines, PORT_LINE), line(lines, STATUS_LINE));
  }

  boolean present() {
    return pid > 0;
  }

  /** Accepting connections, as far as the server itself knows. */
  boolean ready() {
    return status.equals("ready");
  }

  private static long number(List<String> lines, int index) {
    String digits = line(lines, index);
    return digits.matches("-?\\d{1,10}") ? Math.abs(Long.parseLong(digits)) : 0;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
