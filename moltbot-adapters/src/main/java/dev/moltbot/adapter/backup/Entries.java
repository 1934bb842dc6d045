package dev.moltbot.adapter.backup;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names within an archive. One folder holds all, so that unpacking it litters nothing. */
final class Entries {
  private static final String TOP = "moltbot-backup/";
  static final String ABOUT = TOP + "about.json";
  static final String MANIFEST = TOP + "manifest.json";
  private static final String FILES = TOP + "files/";

  /** A part of a table, in bytes: a tar wants to know the size of what follows. */
  static final int PART_BYTES = 1_048_576;

  /** Largest entry of any kind that is read. */
  static final int MAX_ENTRY_BYTES = 8_388_608;

  private static final Pattern PART =
      Pattern.compile(TOP + "tables/([a-z0-9_]{1,63})/([0-9]{6,12})\\.copy");
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");

  private Entries() {}

  /** Where a table's part is. */
  record Part(String table, long number) {}

  static String part(String table, long number) {
    return TOP + "tables/" + table + "/" + String.format(Locale.ROOT, "%06d", number) + ".copy";
  }

  static String file(String name) {
    return FILES + name;
  }

  static Part partOf(String entry) {
    Matcher found = PART.matcher(entry);
    return found.matches()
        ? new Part(found.group(1), Long.parseLong(found.group(2)))
        : new Part("", 0);
  }

  /** The owner's name of a file, or empty for an entry that is none. */
  static String fileOf(String entry) {
    String name = entry.startsWith(FILES) ? entry.substring(FILES.length()) : "";
    return staysWithin(name) ? name : "";
  }

  /** Whoever knows a recipient can write an archive: no name in it may lead elsewhere. */
  static boolean staysWithin(String name) {
    return NAME.matcher(name).matches()
        && !("/" + name + "/").contains("/../")
        && !("/" + name + "/").contains("/./");
  }
}
