package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Readings;
import dev.moltbot.wire.Failure;
import dev.moltbot.wire.Secret;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import retrofit2.Call;

/** Calls Viber, and reads its no inside of a success. Thread-safe. */
final class ViberCalls {
  static final String SERVICE = "Viber";

  /** The body of a request that has none. */
  static final Map<String, String> NOTHING = Map.of();

  static final Readings READINGS =
      new Readings(
          SERVICE,
          "copy the bot's token from the Viber admin panel into " + ViberConfig.TOKEN.key(),
          "look at the bot in the Viber admin panel: it may be blocked, or awaiting its contract");

  private final Calls calls;
  private final Secret token;

  ViberCalls(Secret token, InstantSource time) {
    this.calls = new Calls(Calls.Dialect.PLAIN, time);
    this.token = token;
  }

  /** Makes the call, once; the function is given the value of the token's header. */
  <T extends ViberApi.Answered> Answer<T> make(Function<String, Call<T>> call) {
    return calls.make(call.apply(token.inHeader())).then(ViberCalls::judged);
  }

  private static <T extends ViberApi.Answered> Answer<T> judged(T body) {
    Integer status = body.status();
    if (status == null) {
      return new Answer.Lost<>(new Failure.Unknown("an answer without a status"));
    }
    return status == Statuses.OK
        ? new Answer.Done<>(body)
        : new Answer.Declined<>(Statuses.refusal(status));
  }
}
