package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Calls;
import dev.moltbot.channel.Readings;
import dev.moltbot.wire.Failure;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Instagram's API with our token and at its pace. Thread-safe. */
final class Graph {
  /** What Instagram's answers mean to the owner. */
  static final Readings WORDS =
      new Readings(
          "Instagram",
          "make a new token for the account in the Meta app dashboard (Instagram, API set-up with"
              + " Instagram login), put it into MOLTBOT_INSTAGRAM_TOKEN and restart",
          "see in the Meta app dashboard that the token has instagram_business_basic and"
              + " instagram_business_manage_messages, and in Instagram's settings that connected"
              + " tools may read messages");

  /** Conversations asked for at once. */
  static final int PAGE = 50;

  private final InstagramApi api;
  private final Calls calls;
  private final Tokens tokens;
  private final Rate rate;

  Graph(InstagramApi api, Calls calls, Tokens tokens, Rate rate) {
    this.api = api;
    this.calls = calls;
    this.tokens = tokens;
    this.rate = rate;
  }

  Answer<InstagramApi.Me> me() {
    return calls.make(api.me(bearer()));
  }

  Answer<InstagramApi.Page> conversations(int limit, @Nullable String after) {
    return inTurn(() -> api.conversations(bearer(), InstagramApi.CONVERSATIONS, limit, after));
  }

  Answer<InstagramApi.Conversation> conversation(String id, String fields) {
    return inTurn(() -> api.conversation(bearer(), id, fields));
  }

  Answer<InstagramApi.Sent> send(String person, String text) {
    var message =
        new InstagramApi.Outgoing(new InstagramApi.Recipient(person), new InstagramApi.Words(text));
    return calls.make(api.send(bearer(), message));
  }

  private String bearer() {
    return "Bearer " + tokens.current().inHeader();
  }

  private <T> Answer<T> inTurn(Supplier<Call<T>> call) {
    try {
      rate.await();
      return calls.make(call.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Lost<>(new Failure.NeverLeft("interrupted while waiting its turn"));
    }
  }
}
