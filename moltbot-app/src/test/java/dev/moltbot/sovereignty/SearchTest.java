package dev.moltbot.sovereignty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The search sees a leak whatever it is dressed as, and sees none where there is none. */
class SearchTest {
  private static final Map<String, UnaryOperator<String>> DRESSES = dresses();

  @TestFactory
  Stream<DynamicTest> seesThrough() {
    return DRESSES.entrySet().stream()
        .map(dress -> dynamicTest(dress.getKey(), () -> seesThrough(dress.getValue())));
  }

  private static void seesThrough(UnaryOperator<String> dress) {
    for (Map.Entry<String, List<String>> canary : Canaries.ALL.entrySet()) {
      for (String spelling : canary.getValue()) {
        String leak = "{\"text\":\"Hello " + dress.apply(spelling) + ", bye\"}";
        assertThat(Search.of(Canaries.ALL).in(leak.getBytes(StandardCharsets.UTF_8)))
            .as(leak)
            .contains(canary.getKey());
      }
    }
  }

  @Test
  void seesIntoPackedBodies() throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes("POST / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(
          Canaries.ALL
              .getOrDefault("e-mail", List.of())
              .getFirst()
              .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Search.of(Canaries.ALL).in(out.toByteArray())).contains("e-mail");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    String harmless =
        "POST /bot/sendMessage HTTP/1.1\r\n\r\n{\"text\":\"Priya asks: +15550101234, 380 44\"}"
            + Base64.getEncoder()
                .encodeToString("canary birds sing".getBytes(StandardCharsets.UTF_8));
    var search = Search.of(Canaries.ALL);
    assertThat(search.in(harmless.getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(search.bytes()).isEqualTo(harmless.length());
    assertThat(search.views()).isGreaterThan(1);
  }

  static int dressesCount() {
    return DRESSES.size();
  }

  private static Map<String, UnaryOperator<String>> dresses() {
    var all = new LinkedHashMap<String, UnaryOperator<String>>();
    all.put("as it is", word -> word);
    all.put("in lower case", word -> word.toLowerCase(Locale.ROOT));
    all.put("in upper case", word -> word.toUpperCase(Locale.ROOT));
    all.put("backwards", word -> new StringBuilder(word).reverse().toString());
    all.put("spaced out", word -> String.join(" ", word.split("", -1)));
    all.put("in pieces", word -> String.join("\u200b-", word.split("", -1)));
    all.put(
        "in lines", word -> String.join("\\n", List.of(word.substring(0, 3), word.substring(3))));
    all.put("as an address", word -> URLEncoder.encode(word, StandardCharsets.UTF_8));
    all.put(
        "as an address twice",
        word ->
            URLEncoder.encode(
                URLEncoder.encode(word, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    all.put("escaped", word -> each(word, c -> "\\u%04x".formatted(c)));
    all.put("as entities", word -> each(word, c -> "&#" + c + ";"));
    all.put("as hexadecimal entities", word -> each(word, c -> "&#x%x;".formatted(c)));
    all.put("quoted printable", SearchTest::quotedPrintable);
    all.put("in hexadecimal", word -> HexFormat.of().formatHex(bytes(word)));
    all.put("in large hexadecimal", word -> HexFormat.of().withUpperCase().formatHex(bytes(word)));
    for (int before = 0; before < 3; before++) {
      String pad = "x".repeat(before);
      all.put("in base64, from " + before, word -> base64(pad + word + "yy"));
    }
    all.put("in base64 for addresses", word -> Base64.getUrlEncoder().encodeToString(bytes(word)));
    all.put("in base64 twice", word -> base64(base64(word)));
    all.put("backwards in base64", word -> base64(new StringBuilder(word).reverse().toString()));
    all.put("packed in base64", SearchTest::packed);
    all.put("in hexadecimal of base64", word -> HexFormat.of().formatHex(bytes(base64(word))));
    all.put("in look-alikes", SearchTest::lookalikes);
    all.put("in wide letters", SearchTest::wide);
    all.put("with marks", word -> each(word, c -> (char) c + "\u0301"));
    return all;
  }

  private static String each(String word, IntFunction<String> dress) {
    var out = new StringBuilder();
    word.chars().forEach(c -> out.append(dress.apply(c)));
    return out.toString();
  }

  private static String quotedPrintable(String word) {
    var out = new StringBuilder();
    for (byte one : bytes(word)) {
      out.append("=%02X".formatted(one & 0xff));
    }
    return out.insert(out.length() / 6 * 3, "=\r\n").toString();
  }

  private static String packed(String word) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes(word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static String lookalikes(String word) {
    return word.replace('a', 'а').replace('e', 'е').replace('o', 'о').replace('K', 'К');
  }

  private static String wide(String word) {
    return each(word, c -> c > ' ' && c < 0x7f ? "" + (char) (c - ' ' + 0xff00) : "" + (char) c);
  }

  private static String base64(String word) {
    return Base64.getEncoder().encodeToString(bytes(word));
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }
}
