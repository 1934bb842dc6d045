package dev.moltbot.export;

import java.util.Locale;

/** Names of files as they may be shown: whatever an archive calls its entries. */
final class FileNames {
  private FileNames() {}

  /** One path, without control characters, ways up, or more than the longest name. */
  static String shown(String raw) {
    StringBuilder path = new StringBuilder();
    for (String part : raw.replace('\\', '/').split("/", -1)) {
      String clean = part.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
      if (!clean.isEmpty() && !clean.equals(".") && !clean.equals("..")) {
        path.append(path.isEmpty() ? "" : "/").append(clean);
      }
    }
    int from = Math.max(0, path.length() - ExportLimits.MAX_NAME_CHARS);
    return path.isEmpty() ? "unnamed" : path.substring(from);
  }

  /** The last part, without the ending of what is only packing. */
  static String last(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return ends(last, ".gz") ? last.substring(0, last.length() - 3) : last;
  }

  /** All but the last part. */
  static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  static boolean ends(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** What operating systems leave behind everywhere. */
  static boolean litter(String name) {
    String last = last(name);
    return last.startsWith("._") || last.equals(".DS_Store") || name.contains("__MACOSX/");
  }
}
