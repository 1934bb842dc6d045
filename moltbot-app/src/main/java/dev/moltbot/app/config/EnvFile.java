package dev.moltbot.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file of {@code KEY=value} lines. Comments start with {@code #}; a value may stand in single or
 * double quotes; nothing is expanded. Lines are set by {@link EnvEdit}, when the owner asks for it.
 */
public record EnvFile(Map<String, String> values, List<String> problems) {
  /** Largest file read, in bytes. A larger one is not a settings file. */
  public static final long MAX_BYTES = 65_536;

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** Reads the file; one that does not exist is empty. */
  public static EnvFile read(Path file) {
    if (!Files.exists(file)) {
      return new EnvFile(Map.of(), List.of());
    }
    try {
      return readable(file);
    } catch (IOException e) {
      return refused(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** The same for who inspects the file: that others can read it is not held against it. */
  public static EnvFile whoeverCanRead(Path file) {
    try {
      return Files.exists(file) ? limited(file) : new EnvFile(Map.of(), List.of());
    } catch (IOException e) {
      return refused(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static EnvFile readable(Path file) throws IOException {
    return openToOthers(file)
        ? refused(file + " can be read by others: run chmod 600 " + file)
        : limited(file);
  }

  private static EnvFile limited(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      return refused(file + " is over " + MAX_BYTES + " bytes: not a settings file");
    }
    return parse(file, Files.readString(file, StandardCharsets.UTF_8));
  }

  /** Whether others may read or change it; a file that is not there is not open. */
  static boolean openToOthers(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    } catch (UnsupportedOperationException e) {
      // A file system without such permissions; the folder has to be private there.
      return false;
    }
  }

  private static EnvFile refused(String problem) {
    return new EnvFile(Map.of(), List.of(problem));
  }

  /**
   * Reads a text.
   *
   * @param file what problems call it
   */
  public static EnvFile parse(Path file, String text) {
    var values = new LinkedHashMap<String, String>();
    var problems = new ArrayList<String>();
    int number = 0;
    for (String raw : text.split("\r?\n", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String fault = line(line, values);
      if (!fault.isEmpty()) {
        problems.add(file + ":" + number + " " + fault);
      }
    }
    return new EnvFile(values, problems);
  }

  /** Takes one line; returns what is wrong with it. Never quotes it: it may hold a secret. */
  private static String line(String line, Map<String, String> into) {
    String assignment = line.startsWith("export ") ? line.substring("export ".length()) : line;
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      return "is not KEY=value";
    }
    String key = assignment.substring(0, equals).strip();
    if (!key.matches("[A-Z][A-Z0-9_]*")) {
      return "has a key that is not upper case letters, digits and underscores";
    }
    String value = assignment.substring(equals + 1).strip();
    if (halfQuoted(value)) {
      return "(" + key + ") has a quote without its pair";
    }
    return into.put(key, unquoted(value)) == null ? "" : "sets " + key + " a second time";
  }

  private static boolean halfQuoted(String value) {
    if (value.isEmpty()) {
      return false;
    }
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    return (isQuote(first) || isQuote(last)) && (value.length() == 1 || first != last);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && isQuote(value.charAt(0));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
