package dev.moltbot.adapter.desk;

import com.squareup.moshi.Moshi;
import dev.moltbot.botapi.BotAnswer;
import dev.moltbot.botapi.BotApi.Envelope;
import dev.moltbot.botapi.Envelopes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes a call and says what its answer means for the desk, in words fit for the owner. */
final class BotCalls {
  /** How long to wait when Telegram cannot be reached or answers with a server error. */
  static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(5);

  /** How long to leave the field to the other program that polls this bot. */
  static final Duration CONFLICT_PAUSE = Duration.ofSeconds(30);

  static final String OTHER_POLLER =
      "Another program polls this control bot; everything pauses until it stops."
          + " If you did not start it, revoke the token with @BotFather";
  static final String BLOCKED =
      "The control bot may not write to the owner: open its chat in Telegram and press Start";

  private final Envelopes envelopes;

  BotCalls(Moshi moshi) {
    envelopes = new Envelopes(moshi);
  }

  /** For a call whose result is wanted. */
  <T> Answer<T> make(Call<Envelope<T>> call) {
    return meaning(envelopes.open(call));
  }

  /** For a call that only has to have happened. */
  Answer<Boolean> order(Call<Envelope<Object>> call) {
    return meaning(envelopes.order(call));
  }

  private static <T> Answer<T> meaning(BotAnswer<T> answer) {
    return switch (answer) {
      case BotAnswer.Done<T>(T value) -> new Answer.Done<>(value);
      case BotAnswer.Lost<T>(var failure) ->
          new Answer.NotNow<>(UNREACHABLE_PAUSE, "Telegram: " + failure.reason());
      case BotAnswer.No<T> no -> meaning(no);
    };
  }

  private static <T> Answer<T> meaning(BotAnswer.No<T> no) {
    return switch (no.why()) {
      case WRONG -> new Answer.Declined<>(no.code(), no.description());
      case BAD_TOKEN -> Answer.Stopped.badToken();
      case WEBHOOK -> Answer.Stopped.webhook();
      case FORBIDDEN -> new Answer.NotNow<>(CONFLICT_PAUSE, BLOCKED);
      case OTHER_POLLER -> new Answer.NotNow<>(CONFLICT_PAUSE, OTHER_POLLER);
      case THROTTLED -> new Answer.NotNow<>(patience(no.pause()), "Telegram asks for a pause");
      case OUT_OF_ORDER ->
          new Answer.NotNow<>(UNREACHABLE_PAUSE, "Telegram answered with error " + no.code());
    };
  }

  private static Duration patience(@Nullable Duration asked) {
    return asked == null ? UNREACHABLE_PAUSE : asked;
  }
}
