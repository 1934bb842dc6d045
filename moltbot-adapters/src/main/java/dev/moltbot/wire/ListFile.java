package dev.moltbot.wire;

import dev.moltbot.domain.egress.AllowList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The copy of {@code security/allow-list} that the build puts beside this class. */
final class ListFile {
  private ListFile() {}

  /** Read anew each time; with a list that makes no sense nothing may start. */
  static AllowList read() {
    try (InputStream file = ListFile.class.getResourceAsStream("allow-list")) {
      if (file == null) {
        throw new IllegalStateException("the allow-list is missing from this build");
      }
      return parsed(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AllowList parsed(String text) {
    AllowList.Parsed parsed = AllowList.parse(text);
    if (!parsed.problems().isEmpty()) {
      throw new IllegalStateException("allow-list: " + String.join("; ", parsed.problems()));
    }
    return parsed.list();
  }
}
