package dev.moltbot.app.trust;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of settings in a class file, found without loading it: constants that are such a name
 * as a whole. A name put together at run time is not seen here, and not given to the channel later.
 */
final class Constants {
  private static final Pattern NAME = Pattern.compile("MOLTBOT_[A-Z0-9_]+");

  /** Tag of a {@code CONSTANT_Utf8_info} (JVMS 4.4.7): the tag, two bytes of length, the text. */
  private static final int UTF8_TAG = 1;

  private static final int HEAD_BYTES = 3;

  private Constants() {}

  static Set<String> settings(byte[] classFile) {
    String text = new String(classFile, StandardCharsets.ISO_8859_1);
    var names = new TreeSet<String>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      int start = name.start();
      boolean whole =
          start >= HEAD_BYTES
              && text.charAt(start - HEAD_BYTES) == UTF8_TAG
              && (text.charAt(start - 2) << 8 | text.charAt(start - 1)) == name.group().length();
      if (whole) {
        names.add(name.group());
      }
    }
    return names;
  }
}
