package dev.moltbot.adapter.shinodo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Looks for words in bytes, in every dress that words may wear on a wire. */
final class Canaries {

  private Canaries() {}

  /** The words that are there, plain or in disguise. */
  static List<String> found(byte[] bytes, List<String> words) {
    String exact = new String(bytes, StandardCharsets.ISO_8859_1);
    String loose = exact.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(word ->
            loose(word).stream().anyMatch(dress -> loose.contains(bytesOf(dress)))
                || base64(word).stream().anyMatch(exact::contains))
        .toList();
  }

  /** Every dress that {@link #found} sees through; for showing that it does. */
  static List<String> dresses(String word) {
    var all = new ArrayList<>(loose(word));
    all.addAll(base64(word));
    return all;
  }

  /** Those that mean the same in any case. */
  private static List<String> loose(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String reversed = new StringBuilder(lower).reverse().toString();
    return List.of(
        lower,
        reversed,
        URLEncoder.encode(lower, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
        lower.replace(" ", "%20"),
        lower.replaceAll("[ .@+-]", ""),
        escaped(lower),
        HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(lower.getBytes(StandardCharsets.UTF_8)));
  }

  /** Base64 cuts words into threes, and begins anywhere: three spellings of the middle. */
  private static List<String> base64(String word) {
    var spellings = new ArrayList<String>();
    String reversed = new StringBuilder(word).reverse().toString();
    for (String one : List.of(word, word.toLowerCase(Locale.ROOT), reversed)) {
      for (int before = 0; before < 3; before++) {
        byte[] padded = (" ".repeat(before) + one).getBytes(StandardCharsets.UTF_8);
        String coded = Base64.getEncoder().withoutPadding().encodeToString(padded);
        // The first letters hold what stood before, the last ones what comes after.
        String middle = coded.substring(before == 0 ? 0 : before + 1, padded.length / 3 * 4);
        spellings.add(middle);
        spellings.add(middle.replace('+', '-').replace('/', '_'));
      }
    }
    return spellings;
  }

  private static String escaped(String word) {
    var text = new StringBuilder();
    word.chars().forEach(c -> text.append(c < 0x80 ? "" + (char) c : "\\u%04x".formatted(c)));
    return text.toString();
  }

  private static String bytesOf(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }
}
