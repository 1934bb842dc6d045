package dev.moltbot.app.inspection.deep.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is searched for is found wherever it stands, and nothing else is. */
class SearchTest {
  private static final String VALUE = "pa/ss\"wörd:" + Samples.letters(40, 77);
  private static final Search SEARCH = Search.of(Map.of("MOLTBOT_KEY", VALUE));

  @TestFactory
  Stream<DynamicTest> findsOneOfEachShape() {
    assertThat(Samples.all().keySet())
        .containsExactlyElementsOf(Shapes.PUBLISHED.stream().map(Shape::name).toList());
    return Samples.all().entrySet().stream()
        .map(one ->
            dynamicTest(
                one.getKey(),
                () -> {
                  String text = "first\n{\"x\": \"" + one.getValue() + "\"}\n";
                  assertThat(found(text)).containsExactly(new Hit("log", 2, one.getKey(), false));
                }));
  }

  @Test
  void takesNoPlaceholderAndNoPartOfSomethingElseForOne() throws IOException {
    for (String text :
        List.of(
            "sk-ant-" + "api03-" + "x".repeat(95),
            "123456:" + "AA" + "a".repeat(33),
            "EAAG" + " and so on",
            "-----BEGIN PRIVATE" + " KEY-----\n...\n-----END PRIVATE KEY-----",
            "https://www.linkedin.com/in/" + Samples.letters(16, 5),
            Samples.letters(20, 1) + "EAAG" + Samples.letters(200, 2),
            "the viber of a private key and a bearer of age-secret-key-1 news")) {
      assertThat(found(text)).as(text).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> findsAValueInEveryForm() {
    byte[] bytes = VALUE.getBytes(UTF_8);
    return Stream.of(
            VALUE,
            URLEncoder.encode(VALUE, UTF_8),
            VALUE.replace("\"", "\\\"").replace("/", "\\/"),
            HexFormat.of().formatHex(bytes),
            base64("", ""),
            base64("u", ":"),
            base64("user", "and more"),
            base64("user:", ""),
            Base64.getUrlEncoder().encodeToString(bytes),
            Base64.getMimeEncoder().encodeToString(("before it " + VALUE).getBytes(UTF_8)),
            "https://x.example/?token=" + URLEncoder.encode(VALUE, UTF_8) + "&y=1")
        .map(form ->
            dynamicTest(
                "form of " + form.length() + " characters",
                () -> assertThat(found("a\n" + form + "\nb")).isNotEmpty()));
  }

  @Test
  void findsItWhereverTheBufferEnds() throws IOException {
    String token = Samples.telegram();
    for (int before = Pass.BUFFER - 520; before < Pass.BUFFER + 120; before++) {
      String text = "-".repeat(before) + "\n" + token + "\n" + VALUE + "\n" + "-".repeat(500);
      assertThat(found(text))
          .as("after %s", before)
          .containsExactly(
              new Hit("log", 2, "token of a Telegram bot", false),
              new Hit("log", 3, "MOLTBOT_KEY", true));
    }
  }

  /** The same in pieces, as a table's rows come. */
  @Test
  void findsItInPieces() {
    Searched into = SEARCH.begin();
    Pass pass = SEARCH.pass("table", into);
    for (byte one : ("a\tb\n" + VALUE + "\n").getBytes(UTF_8)) {
      pass.take(new byte[] {one}, 1);
    }
    pass.finish();
    assertThat(into.hits()).containsExactly(new Hit("table", 2, "MOLTBOT_KEY", true));
    assertThat(into.bytes()).isEqualTo(VALUE.getBytes(UTF_8).length + 5);
  }

  @Test
  void keepsNoMoreOfALargeFileThanItsBuffer() throws IOException {
    Searched into = SEARCH.begin();
    SEARCH.pass("log", into).over(new Large(64L << 20));
    assertThat(into.bytes()).isEqualTo(64L << 20);
  }

  @Test
  void doesNotGoOnForEverWhereEverythingLooksLikeOne() throws IOException {
    Searched into = SEARCH.begin();
    String signs = "1:AA".repeat(50_000) + "\n" + VALUE;
    SEARCH.pass("log", into).over(new ByteArrayInputStream(signs.getBytes(UTF_8)));
    assertThat(into.hits()).containsExactly(new Hit("log", 2, "MOLTBOT_KEY", true));
    assertThat(into.unread()).hasSize(1);
  }

  @Test
  void saysWhereAndNeverWhat() throws IOException {
    var key = new Needle.Exact(VALUE, "MOLTBOT_KEY");
    Searched into = SEARCH.begin();
    into.hit("logs/" + VALUE + ".txt", 1, key);
    into.hit("logs/\u001b[2Ja.txt", 1, key);
    assertThat(into.hits().toString())
        .doesNotContain(VALUE.substring(10), "\u001b")
        .contains("credential for a name");
  }

  @Test
  void letsShortValuesBe() throws IOException {
    Searched into = Search.of(Map.of("MOLTBOT_KEY", "secret7")).begin();
    into.pass("log").over(new ByteArrayInputStream("the secret7 of it".getBytes(UTF_8)));
    assertThat(into.hits()).isEmpty();
  }

  private static String base64(String before, String after) {
    return Base64.getEncoder().encodeToString((before + VALUE + after).getBytes(UTF_8));
  }

  private static List<Hit> found(String text) throws IOException {
    Searched into = SEARCH.begin();
    into.pass("log").over(new ByteArrayInputStream(text.getBytes(UTF_8)));
    return into.hits();
  }

  /** Says at once when somebody wants more of it than fits. */
  private static final class Large extends InputStream {
    private long left;

    Large(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      throw new AssertionError("one byte at a time");
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
      assertThat(most).isLessThanOrEqualTo(Pass.BUFFER);
      int count = (int) Math.min(left, most);
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
