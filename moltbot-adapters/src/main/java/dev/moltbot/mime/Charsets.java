package dev.moltbot.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns bytes into characters, whatever the mail claims about them. */
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Names that mail programs write when they mean the wider set of the same family. */
  private static final Map<String, String> WIDER =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("cp-850", "IBM850"),
          Map.entry("utf8", "UTF-8"));

  private Charsets() {}

  /** Decodes by the named charset; an absent, unknown or hopeless name is guessed around. */
  static String decode(byte[] bytes, @Nullable String label) {
    Charset charset = lookup(label);
    return charset == null ? guess(bytes) : new String(bytes, charset);
  }

  /** UTF-8 when most of the bytes are that, else the set most undeclared Western mail is in. */
  static String guess(byte[] bytes) {
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    if (utf8.indexOf(CleanText.REPLACEMENT) < 0) {
      return utf8;
    }
    long broken = utf8.chars().filter(c -> c == CleanText.REPLACEMENT).count();
    long foreign = utf8.chars().filter(c -> c > 0x7f).count();
    return 2 * broken > foreign ? new String(bytes, WINDOWS_1252) : utf8;
  }

  /** US-ASCII counts as unknown: it is also the default of those who declare nothing. */
  private static @Nullable Charset lookup(@Nullable String label) {
    if (label == null) {
      return null;
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii")) {
      return null;
    }
    try {
      return Charset.forName(WIDER.getOrDefault(name, name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
