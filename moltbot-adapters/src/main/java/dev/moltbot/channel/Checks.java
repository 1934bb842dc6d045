package dev.moltbot.channel;

import dev.moltbot.port.ChannelCheck.Health;
import java.util.function.Function;

/** What the answer to a question about a channel's health means. */
public final class Checks {

  private Checks() {}

  /**
   * The health that an answer shows.
   *
   * @param words says what to do about a missing credential or permission
   */
  public static <T> Health health(Readings words, Answer<T> answer, Function<T, Health> found) {
    return switch (answer) {
      case Answer.Done<T>(T body) -> found.apply(body);
      case Answer.Lost<T>(var failure) ->
          new Health.Unreachable(words.service() + ": " + failure.reason());
      case Answer.Declined<T>(Refusal refusal) -> health(words, refusal);
    };
  }

  private static Health health(Readings words, Refusal refusal) {
    String reason = words.reason(refusal);
    return switch (refusal.kind()) {
      case THROTTLED, OUT_OF_ORDER, NOT_NOW -> new Health.Unreachable(reason);
      case REVOKED, FORBIDDEN, WRONG -> new Health.Missing(reason, words.remedy(refusal));
    };
  }
}
