package dev.moltbot.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What the owner reads is all there is to read. */
class DraftTextTest {

  @Test
  void takesInvisibleCharactersOut() {
    assertThat(DraftText.of("pay\u200B \u202E100\u2066").value()).isEqualTo("pay 100");
  }

  @Test
  void refusesWhatIsNotClean() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DraftText("a\u200Bb"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DraftText(" padded "));
    assertThatIllegalArgumentException().isThrownBy(() -> new DraftText("e\u0301"));
  }

  @Test
  void keepsEmojiWhole() {
    String family = "👨‍👩‍👧 ❤️ 1️⃣ 👍🏽";
    assertThat(DraftText.of(family).value()).isEqualTo(family);
  }

  @Test
  void takesLoneSurrogatesAndControlsOut() {
    assertThat(DraftText.of("a\uD800b\u0000c\u001Bd").value()).isEqualTo("abcd");
  }

  @Test
  void makesLineEndsOne() {
    assertThat(DraftText.of("a\r\nb\rc\n").value()).isEqualTo("a\nb\nc");
  }

  @Test
  void refusesBlankAndTooLong() {
    assertThat(DraftText.fits(" \u200B ")).isFalse();
    assertThat(DraftText.fits("x".repeat(DraftText.MAX_BYTES))).isTrue();
    assertThat(DraftText.fits("x".repeat(DraftText.MAX_BYTES + 1))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftText.of("x".repeat(DraftText.MAX_BYTES + 1)))
        .withMessageContaining("30001 bytes, limit 30000");
  }

  @Test
  void cleansOnce() {
    String once = DraftText.cleaned(" \u200Be\u0301 \u00ADx\u202E ");
    assertThat(DraftText.cleaned(once)).isEqualTo(once);
  }

  @Test
  void neverShowsItself() {
    assertThat(DraftText.of("secret plan").toString()).doesNotContain("secret");
  }

  @Test
  void isMeasuredAsTheChannelCounts() {
    DraftText wave = DraftText.of("👋");
    assertThat(TextLimit.bytes(4).allows(wave)).isTrue();
    assertThat(TextLimit.bytes(3).allows(wave)).isFalse();
    assertThat(TextLimit.units(2).allows(wave)).isTrue();
    assertThat(TextLimit.units(1).allows(wave)).isFalse();
  }
}
