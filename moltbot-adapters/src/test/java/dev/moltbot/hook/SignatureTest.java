package dev.moltbot.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final String BODY = "what do ya want for nothing?";

  /** RFC 4231, test case 2. */
  private static final String HEX =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  private final Signature plain = Signature.hex("X-Sign", "", Secret.of("Jefe"));
  private final Signature prefixed = Signature.hex("X-Sign", "sha256=", Secret.of("Jefe"));
  private final Signature base64 =
      new Signature("X-Sign", "", Signature.Encoding.BASE64, Secret.of("Jefe"));

  @Test
  void knowsTheDigestOfTheStandard() {
    assertThat(plain.of(bytes(BODY))).isEqualTo(HEX);
    assertThat(plain.covers(bytes(BODY), List.of(HEX))).isTrue();
    assertThat(prefixed.covers(bytes(BODY), List.of("sha256=" + HEX))).isTrue();
    assertThat(base64.covers(bytes(BODY), List.of(base64.of(bytes(BODY))))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "zz",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384343",
        "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      })
  void believesNothingElse(String value) {
    assertThat(plain.covers(bytes(BODY), List.of(value))).isFalse();
    assertThat(prefixed.covers(bytes(BODY), List.of(value))).isFalse();
    assertThat(base64.covers(bytes(BODY), List.of(value))).isFalse();
  }

  @Test
  void believesNoCallWithTwoSignaturesOrNone() {
    assertThat(plain.covers(bytes(BODY), List.of(HEX, HEX))).isFalse();
    assertThat(plain.covers(bytes(BODY), List.of())).isFalse();
  }

  @Test
  void keepsItsKeyToItself() {
    assertThat(plain.toString()).doesNotContain("Jefe");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
