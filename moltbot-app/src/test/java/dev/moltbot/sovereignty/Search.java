package dev.moltbot.sovereignty;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Looks for words in bytes that somebody may have dressed up. The bytes are undressed instead of
 * the words dressed: unpacked, decoded in every way that is usual on a wire, three times over, and
 * what is left is compared letter by letter, forwards and backwards, without case, marks, spaces
 * and points, with letters that look alike, or sound alike in another script, taken as one.
 */
final class Search {
  private static final int DEPTH = 3;

  /** Shorter runs hold no name. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}={0,2}");

  /** The second byte of what zlib packed, by how hard it tried. */
  private static final Set<Integer> ZLIB = Set.of(0x01, 0x5e, 0x9c, 0xda);

  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){5,}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9A-Fa-f]{1,6});");
  private static final Pattern QUOTED = Pattern.compile("=\r?\n|=([0-9A-F]{2})");

  /** Cyrillic and Greek letters by the Latin ones they look like. */
  private static final Map<Character, String> LOOKS =
      table("аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdգgαaβbεeικkνvοoρpτtυuχxγy");

  /** Cyrillic letters by the Latin ones that stand for them. */
  private static final Map<Character, String> SOUNDS = sounds();

  private final Map<String, List<String>> wanted;
  private long bytes;
  private long views;

  private Search(Map<String, List<String>> wanted) {
    this.wanted = wanted;
  }

  /**
   * A search for these.
   *
   * @param words by what the finding is called, each in one or more spellings
   */
  static Search of(Map<String, List<String>> words) {
    return new Search(words);
  }

  /** How many bytes were looked through, before undressing. */
  long bytes() {
    return bytes;
  }

  /** In how many forms those were looked at. */
  long views() {
    return views;
  }

  /** What is there. */
  Set<String> in(byte[] haystack) {
    bytes += haystack.length;
    var found = new TreeSet<String>();
    look(haystack, DEPTH, found);
    return found;
  }

  private void look(byte[] raw, int depth, Set<String> found) {
    views++;
    String text = new String(raw, StandardCharsets.UTF_8);
    for (String one : unescaped(text)) {
      for (Map<Character, String> letters : List.of(LOOKS, SOUNDS)) {
        compare(folded(one, letters), letters, found);
      }
    }
    if (depth > 0) {
      for (byte[] inner : unpacked(raw, unescaped(text).getLast())) {
        look(inner, depth - 1, found);
      }
    }
  }

  private void compare(String haystack, Map<Character, String> letters, Set<String> found) {
    wanted.forEach((name, spellings) -> {
      for (String spelling : spellings) {
        String needle = folded(spelling, letters);
        String backwards = new StringBuilder(needle).reverse().toString();
        if (haystack.contains(needle) || haystack.contains(backwards)) {
          found.add(name);
        }
      }
    });
  }

  /** As it is, and without the usual escapes; the last is without all of them. */
  private static List<String> unescaped(String text) {
    String unicode =
        replaced(ESCAPE, text, found -> character(found.group(1), 16))
            .replaceAll("\\\\[nrtbf]", "");
    String entities =
        replaced(ENTITY, unicode, e -> character(e.group(2), e.group(1).isEmpty() ? 10 : 16));
    String percent = percentless(percentless(entities));
    String quoted = percentless(QUOTED.matcher(percent).replaceAll(Search::asPercent));
    return List.of(text, percent, quoted);
  }

  private static String asPercent(MatchResult found) {
    return found.group(1) == null ? "" : "%" + found.group(1);
  }

  private static String percentless(String text) {
    // A percent sign that begins no escape stands for itself.
    return URLDecoder.decode(
        text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String character(String digits, int radix) {
    int code = Integer.parseInt(digits, radix);
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  private static String replaced(Pattern pattern, String text, Function<Matcher, String> by) {
    Matcher matcher = pattern.matcher(text);
    var out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(out, Matcher.quoteReplacement(by.apply(matcher)));
    }
    return matcher.appendTail(out).toString();
  }

  /** Everything that is packed or coded in there. */
  private static List<byte[]> unpacked(byte[] raw, String text) {
    var all = new ArrayList<byte[]>();
    for (int at = 0; at + 2 < raw.length; at++) {
      if ((raw[at] & 0xff) == 0x1f && (raw[at + 1] & 0xff) == 0x8b) {
        all.add(inflated(raw, at, true));
      } else if (raw[at] == 0x78 && ZLIB.contains(raw[at + 1] & 0xff)) {
        all.add(inflated(raw, at, false));
      }
    }
    var coded = new ByteArrayOutputStream();
    BASE64.matcher(text).results().forEach(run -> addBase64(run.group(), coded));
    HEX.matcher(text)
        .results()
        .forEach(run -> {
          coded.writeBytes(HexFormat.of().parseHex(run.group()));
          coded.write('\n');
        });
    if (coded.size() > 0) {
      all.add(coded.toByteArray());
    }
    all.removeIf(one -> one.length == 0);
    return all;
  }

  /** Nobody knows where in a run the coding began. */
  private static void addBase64(String run, ByteArrayOutputStream into) {
    String plain = run.replace('-', '+').replace('_', '/').replace("=", "");
    for (int from = 0; from < 4; from++) {
      String part = plain.substring(Math.min(from, plain.length()));
      int whole = part.length() % 4 == 1 ? part.length() - 1 : part.length();
      into.writeBytes(Base64.getDecoder().decode(part.substring(0, whole)));
      into.write('\n');
    }
  }

  private static byte[] inflated(byte[] raw, int at, boolean gzip) {
    var out = new ByteArrayOutputStream();
    var from = new ByteArrayInputStream(raw, at, raw.length - at);
    try (InputStream in = gzip ? new GZIPInputStream(from) : new InflaterInputStream(from)) {
      var buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      return out.toByteArray(); // No such thing began there, or it was over before the end.
    }
    return out.toByteArray();
  }

  /** What is left to compare. */
  private static String folded(String text, Map<Character, String> letters) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(letters.getOrDefault(c, String.valueOf(c)));
      }
    }
    return out.toString();
  }

  private static Map<Character, String> table(String pairs) {
    var table = new HashMap<Character, String>();
    for (int i = 0; i + 1 < pairs.length(); i += 2) {
      table.put(pairs.charAt(i), pairs.substring(i + 1, i + 2));
    }
    return Map.copyOf(table);
  }

  private static Map<Character, String> sounds() {
    String letters = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё";
    String[] latin =
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia y e  e"
            .split(" ", -1);
    var table = new HashMap<Character, String>();
    for (int i = 0; i < letters.length(); i++) {
      table.put(letters.charAt(i), latin[i]);
    }
    return Map.copyOf(table);
  }
}
