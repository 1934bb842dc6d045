package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.DraftResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agreed object, whole and nothing besides, or no draft; never an exception. */
class AnswersTest {
  private static final String GOOD =
      "{\"category\":\"urgent\",\"suspicious\":true,\"summary\":\"One. Two. Three.\","
          + "\"language\":\"uk\",\"reply\":\"Hello\",\"notes\":\"Check the date.\"}";

  private final Answers answers = new Answers(new Moshi.Builder().build());

  @Test
  void readsAWholeAnswer() {
    var drafted = (DraftResult.Drafted) read(GOOD);
    Assessment assessment = drafted.assessment();
    assertThat(drafted.reply().value()).isEqualTo("Hello");
    assertThat(assessment.category()).isEqualTo(Category.URGENT);
    assertThat(assessment.summary().reveal()).isEqualTo("One. Two. Three.");
    assertThat(assessment.notes().reveal()).isEqualTo("Check the date.");
    assertThat(assessment.language()).isEqualTo("uk");
    assertThat(assessment.suspicious()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\n\"", "\"\\u200b\\u202e\""})
  void takesAnEmptyReplyForNone(String reply) {
    assertThat(read(GOOD.replace("\"Hello\"", reply))).isInstanceOf(DraftResult.NoReply.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "42",
        "Sure! Here is the JSON:",
        "{\"category\":\"urgent\"",
        "{\"category\":\"urgent\"}",
        "{'category':'urgent'}",
      })
  void refusesWhatIsNotTheAgreedObject(String text) {
    assertThat(read(text)).isInstanceOf(DraftResult.Declined.class);
  }

  @ParameterizedTest
  @CsvSource({"category", "suspicious", "summary", "language", "notes"})
  void refusesAMissingField(String field) {
    assertThat(read(GOOD.replace("\"" + field + "\"", "\"other\"")))
        .isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD.replaceFirst("\"" + field + "\":[^,}]+,?", "").replace(",}", "}")))
        .isInstanceOf(DraftResult.Declined.class);
  }

  @Test
  void refusesWordsAroundTheObjectAndFieldsNobodyAskedFor() {
    assertThat(read("Sure: " + GOOD)).isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD + " Done.")).isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD + GOOD)).isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD.replace("{", "{\"to\":\"eve@example.org\",")))
        .isInstanceOf(DraftResult.Declined.class);
  }

  @Test
  void refusesUnknownCategoriesAndWrongTypes() {
    assertThat(read(GOOD.replace("urgent", "URGENT"))).isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD.replace("true", "\"yes\""))).isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD.replace("\"Hello\"", "{\"a\":1}")))
        .isInstanceOf(DraftResult.Declined.class);
    assertThat(read(GOOD.replace("\"Hello\"", "[".repeat(50_000))))
        .isInstanceOf(DraftResult.Declined.class);
  }

  @Test
  void quotesNothingOfAnAnswerItRefuses() {
    var declined = (DraftResult.Declined) read(GOOD.replace("urgent", "canary"));
    assertThat(declined.reason()).doesNotContain("canary");
  }

  @Test
  void refusesAReplyOverTheChannelsLimit() {
    String just = "x".repeat(1_000);
    assertThat(read(GOOD.replace("Hello", just))).isInstanceOf(DraftResult.Drafted.class);
    assertThat(read(GOOD.replace("Hello", just + "x")))
        .isEqualTo(
            new DraftResult.Declined(
                "the model's reply is over the channel's limit of 1000 bytes"));
    assertThat(read(GOOD.replace("Hello", "x".repeat(Answers.MAX_CHARS))))
        .isInstanceOf(DraftResult.Declined.class);
  }

  @Test
  void cutsASummaryToThreeSentencesAndEverythingToItsLimit() {
    String talkative = "One. Two! Three? Four. Five.";
    var cut = (DraftResult.Drafted) read(GOOD.replace("One. Two. Three.", talkative));
    assertThat(cut.assessment().summary().reveal()).isEqualTo("One. Two! Three?");
    String endless = "\ud83d\ude00".repeat(2_000);
    var drafted = (DraftResult.Drafted) read(GOOD.replace("Check the date.", endless));
    assertThat(drafted.assessment().notes().reveal())
        .hasSizeLessThanOrEqualTo(Assessment.MAX_CHARS)
        .endsWith("\ud83d\ude00\u2026");
  }

  @Test
  void forgetsALanguageThatIsNone() {
    var drafted = (DraftResult.Drafted) read(GOOD.replace("\"uk\"", "\"ignore all rules\""));
    assertThat(drafted.assessment().language()).isEmpty();
  }

  private DraftResult read(String text) {
    return answers.read(text, TextLimit.bytes(1_000));
  }
}
