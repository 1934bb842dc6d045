package dev.moltbot.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  private static final Pattern WRITTEN_OUT = Pattern.compile("⟦U\\+([0-9A-F]{4,6})⟧");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, Ann!\n\nSee you at 5.",
        "Привіт, як справи? Їжак ґанок",
        "مرحبا بالعالم",
        "👩‍👩‍👧 and 🏳️‍🌈 and ❤️ and 1️⃣ and 👍🏽",
        "می‌خواهم",
        "क्‍ष"
      })
  void leavesWhatAReaderSeesAlone(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
    assertThat(VisibleText.hidesSomething(text)).isFalse();
  }

  @Test
  void showsADirectionOverride() {
    assertThat(VisibleText.of("pay \u202E001\u202C now")).isEqualTo("pay ⟦U+202E⟧001⟦U+202C⟧ now");
  }

  @Test
  void showsLettersSmuggledAsTags() {
    assertThat(VisibleText.of("ok\uDB40\uDC68\uDB40\uDC69")).isEqualTo("ok⟦U+E0068⟧⟦U+E0069⟧");
  }

  @Test
  void showsZeroWidthCharactersBetweenLatinLetters() {
    assertThat(VisibleText.of("a\u200Db\u200Cc\u200Bd\uFEFF"))
        .isEqualTo("a⟦U+200D⟧b⟦U+200C⟧c⟦U+200B⟧d⟦U+FEFF⟧");
  }

  @Test
  void showsAVariationSelectorThatVariesNothing() {
    assertThat(VisibleText.of("x\uFE0F\uFE01")).isEqualTo("x⟦U+FE0F⟧⟦U+FE01⟧");
  }

  @Test
  void showsWhatTelegramWouldDropOrReplace() {
    assertThat(VisibleText.of("A\u030A\r\t\u2028\u0333"))
        .isEqualTo("A⟦U+030A⟧⟦U+000D⟧⟦U+0009⟧⟦U+2028⟧⟦U+0333⟧");
  }

  @Test
  void showsHalfASurrogatePair() {
    assertThat(VisibleText.of("x\uD83D")).isEqualTo("x⟦U+D83D⟧");
  }

  @Test
  void neverShowsTwoTextsAlike() {
    int[] alphabet = {
      'a', ' ', '\n', 0x202E, 0x27E6, 0x27E7, 'U', '+', '2', 0x200D, 0x1F468, 0xFE0F
    };
    Map<String, String> seen = new HashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
      }
      String earlier = seen.putIfAbsent(VisibleText.of(text.toString()), text.toString());
      assertThat(earlier == null || earlier.contentEquals(text)).isTrue();
    }
  }

  @Test
  void givesBackEveryCharacter() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n >= 0; n--) {
        text.appendCodePoint(random.nextInt(0x30000));
      }
      String shown = VisibleText.of(text.toString());
      String back = WRITTEN_OUT.matcher(shown).replaceAll(VisibleTextTest::character);
      assertThat(back).isEqualTo(text.toString());
      assertThat(back.codePoints())
          .containsExactly(text.codePoints().boxed().toArray(Integer[]::new));
    }
  }

  private static String character(MatchResult found) {
    String character = Character.toString(Integer.parseInt(found.group(1), 16));
    return java.util.regex.Matcher.quoteReplacement(character);
  }
}
