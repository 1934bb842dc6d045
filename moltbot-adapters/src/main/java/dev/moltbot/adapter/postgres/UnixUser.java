package dev.moltbot.adapter.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A user of this machine, by number. */
record UnixUser(int id, int group) {
  private static final Path USERS = Path.of("/etc/passwd");
  private static final int FIELDS_MIN = 4;

  static Optional<UnixUser> named(String name) throws IOException {
    return Files.readAllLines(USERS).stream()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length >= FIELDS_MIN && fields[0].equals(name))
        .findFirst()
        .map(fields -> new UnixUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
  }
}
