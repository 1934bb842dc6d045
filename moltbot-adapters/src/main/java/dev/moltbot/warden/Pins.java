package dev.moltbot.warden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys are the owner's, and which chat: the SHA-256 of each setting's value, one {@code
 * SETTING digest} a line, as {@code moltbot security pin} writes them outside the sandbox.
 */
record Pins(Map<String, String> digests) {
  /** Most lines. */
  static final int MAX_LINES = 200;

  Pins {
    digests = Map.copyOf(digests);
  }

  /**
   * Reads the file; a setting that is not in it has no value that could be right.
   *
   * @throws IOException also for a line that is none
   */
  static Pins read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() > MAX_LINES) {
      throw new IOException(file + " has over " + MAX_LINES + " lines");
    }
    var digests = new HashMap<String, String>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.matches("[A-Z][A-Z0-9_]* [0-9a-f]{64}")) {
        throw new IOException(file + ":" + (i + 1) + " is not SETTING and a SHA-256");
      }
      digests.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
    }
    return new Pins(digests);
  }

  /** Whether that is the setting's value. */
  boolean is(String setting, String value) {
    return Digest.of(value).equals(digests.get(setting));
  }
}
