package dev.moltbot.app.trust;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of the lock: a jar the owner trusts.
 *
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param bytes how many there are
 * @param file its name in the folder of channels
 * @param settings the names it was shown to hold when it was trusted; it is given no others
 */
public record Pin(String sha256, long bytes, String file, List<String> settings) {
  /** Names that mean the same to every shell and need no quotes in a line. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,120}\\.jar");

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64}) +([0-9]{1,10}) +(" + FILE + ")((?: +[A-Z][A-Z0-9_]*)*)");

  public Pin {
    settings = List.copyOf(settings);
  }

  /** Whether a file may be trusted under this name. */
  public static boolean nameable(String file) {
    return FILE.matcher(file).matches();
  }

  /** Reads a line; empty for one that is none. */
  static Optional<Pin> of(String line) {
    var parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String names = parts.group(4).strip();
    List<String> settings = names.isEmpty() ? List.of() : List.of(names.split(" +", -1));
    return Optional.of(
        new Pin(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3), settings));
  }

  String line() {
    String names = settings.isEmpty() ? "" : " " + String.join(" ", settings);
    return sha256 + " " + bytes + " " + file + names;
  }
}
