package dev.moltbot.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"approve", "Approve", " APPROVE! ", "approve.", "дозволяю", "Дозволяю!"})
  void hearsApproval(String typed) {
    assertThat(OwnerWords.of(typed)).isEqualTo(new OwnerWords.Approve());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "No.", "NO!", "reject", "ні", "Ні", "НІ…", " ні \n"})
  void hearsRejection(String typed) {
    assertThat(OwnerWords.of(typed)).isEqualTo(new OwnerWords.Reject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"later", "Пізніше."})
  void hearsLater(String typed) {
    assertThat(OwnerWords.of(typed)).isEqualTo(new OwnerWords.Later());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rewrite | ''",
        "Rewrite. | ''",
        "rewrite shorter, warmer | shorter, warmer",
        "REWRITE: in Polish | in Polish",
        "rewrite - no thanks | no thanks",
        "перепиши | ''",
        "Перепиши коротше! | коротше!",
        "перепиши, будь ласка, тепліше | будь ласка, тепліше"
      })
  void hearsRewriteWithItsInstruction(String typed, String instruction) {
    assertThat(OwnerWords.of(typed)).isEqualTo(new OwnerWords.Rewrite(instruction));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no problem, see you",
        "No, I cannot make it.",
        "ні, дякую",
        "approve it please",
        "I approve",
        "approve?",
        "no?",
        "later today is fine",
        "yes",
        "так",
        "ok",
        "rewriting takes time",
        "переписали вчора",
        "аpprove", // begins with a Cyrillic letter
        "appr\u200Bove",
        "👍",
        "",
        "   "
      })
  void takesEverythingElseAsTheOwnersOwnWords(String typed) {
    assertThat(OwnerWords.of(typed)).isEqualTo(new OwnerWords.Own(typed));
  }

  @Test
  void keepsOwnWordsExactly() {
    assertThat(OwnerWords.of("  Dear Ann,\n\n no.  "))
        .isEqualTo(new OwnerWords.Own("  Dear Ann,\n\n no.  "));
  }

  @Test
  void ignoresTheLocaleOfTheMachine() {
    java.util.Locale before = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
      assertThat(OwnerWords.of("REWRITE IT")).isEqualTo(new OwnerWords.Rewrite("IT"));
    } finally {
      java.util.Locale.setDefault(before);
    }
  }
}
