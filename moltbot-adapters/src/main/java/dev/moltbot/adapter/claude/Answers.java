package dev.moltbot.adapter.claude;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.text.InvisibleText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.DraftResult;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Claude answered: the agreed JSON object, whole and nothing besides, or no draft. What
 * it says is as little to be trusted as the messages that may have steered it.
 */
final class Answers {
  /** Longest answer looked at, in UTF-16 units. */
  static final int MAX_CHARS = 100_000;

  static final int MAX_SENTENCES = 3;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
  private static final Map<String, Category> CATEGORIES =
      Map.of(
          "urgent", Category.URGENT,
          "needs_reply", Category.NEEDS_REPLY,
          "fyi", Category.FYI,
          "spam", Category.SPAM);

  private final JsonAdapter<Wire.Answer> json;

  Answers(Moshi moshi) {
    this.json = moshi.adapter(Wire.Answer.class).failOnUnknown();
  }

  DraftResult read(String text, TextLimit limit) {
    if (text.length() > MAX_CHARS) {
      return new DraftResult.Declined("the model's answer is over " + MAX_CHARS + " characters");
    }
    try {
      return complete(json.fromJson(text), limit);
    } catch (IOException | JsonDataException e) {
      // Not its message: it quotes the answer.
      return malformed();
    }
  }

  private static DraftResult complete(Wire.@Nullable Answer a, TextLimit limit) {
    if (a == null
        || a.category() == null
        || !CATEGORIES.containsKey(a.category())
        || a.suspicious() == null
        || a.summary() == null
        || a.language() == null
        || a.notes() == null) {
      return malformed();
    }
    var assessment =
        new Assessment(
            CATEGORIES.get(a.category()),
            words(sentences(a.summary())),
            LANGUAGE.matcher(a.language()).matches() ? a.language() : "",
            words(a.notes()),
            a.suspicious());
    return reply(a.reply() == null ? "" : a.reply(), assessment, limit);
  }

  private static DraftResult reply(String reply, Assessment assessment, TextLimit limit) {
    if (DraftText.cleaned(reply).isBlank()) {
      return new DraftResult.NoReply(assessment);
    }
    return DraftText.fits(reply) && limit.allows(DraftText.of(reply))
        ? new DraftResult.Drafted(assessment, DraftText.of(reply))
        : new DraftResult.Declined("the model's reply is over the channel's limit of " + limit);
  }

  private static DraftResult malformed() {
    return new DraftResult.Declined("the model's answer is not of the agreed form");
  }

  /** At most three sentences, whatever the model was asked for. */
  private static String sentences(String summary) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
    ends.setText(summary);
    int end = ends.next(MAX_SENTENCES);
    return end == BreakIterator.DONE ? summary : summary.substring(0, end);
  }

  /** Visible words, cut to what an assessment holds, and not inside a surrogate pair. */
  private static UntrustedText words(String words) {
    String visible = InvisibleText.removeFrom(words).strip();
    if (visible.length() <= Assessment.MAX_CHARS) {
      return new UntrustedText(visible);
    }
    int end = Assessment.MAX_CHARS - 1;
    boolean pair = Character.isHighSurrogate(visible.charAt(end - 1));
    return new UntrustedText(visible.substring(0, pair ? end - 1 : end) + "\u2026");
  }

  /** Shape of the answer; a nested interface, because Moshi reads no package-private record. */
  interface Wire {
    record Answer(
        @Nullable String category,
        @Nullable Boolean suspicious,
        @Nullable String summary,
        @Nullable String language,
        @Nullable String reply,
        @Nullable String notes) {}
  }
}
