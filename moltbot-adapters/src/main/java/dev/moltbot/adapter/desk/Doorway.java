package dev.moltbot.adapter.desk;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.desk.TelegramApi.SendMessage;
import dev.moltbot.adapter.desk.TelegramApi.Update;
import dev.moltbot.botapi.BotApi.GetUpdates;
import dev.moltbot.botapi.BotApi.LinkPreview;
import dev.moltbot.botapi.BotApi.User;
import dev.moltbot.botapi.RawUpdate;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.Doorstep;
import java.time.Duration;
import java.util.List;

/** The control bot while nobody is its owner. Its updates stay where they are for the desk. */
final class Doorway implements Doorstep {
  private static final String NOT_A_BOT = "the token belongs to nobody that can be written to";

  private final AccountId account;
  private final TelegramApi api;
  private final TelegramApi poll;
  private final BotCalls calls;
  private final JsonAdapter<Update> readable;
  private final Knocking knocking;

  /**
   * A door.
   *
   * @param poll the same methods with patience for a long poll
   */
  Doorway(AccountId account, TelegramApi api, TelegramApi poll, Moshi moshi, Knocking knocking) {
    this.account = account;
    this.api = api;
    this.poll = poll;
    this.calls = new BotCalls(moshi);
    this.readable = moshi.adapter(Update.class);
    this.knocking = knocking;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public Named name() {
    return switch (calls.make(api.me())) {
      case Answer.Done<User>(var bot) -> named(bot);
      case Answer.Declined<User>(var code, var description) ->
          new Named.Unreachable("Telegram answered with error " + code);
      case Answer.NotNow<User>(var after, var reason) -> new Named.Unreachable(reason);
      case Answer.Stopped<User>(var reason, var remedy) -> new Named.Stopped(reason, remedy);
    };
  }

  /** Telegram's rule for the names of bots; nothing else goes into a link. */
  private static Named named(User bot) {
    String name = bot.username() == null ? "" : bot.username();
    return bot.bot() && name.matches("\\w{3,32}")
        ? new Named.Bot(name)
        : new Named.Stopped(NOT_A_BOT, "make a bot with @BotFather (/newbot) and take its token");
  }

  @Override
  public Look look(long forget, Duration wait) {
    GetUpdates request = GetUpdates.from(forget, MAX_KNOCKS, wait, OwnerEar.KINDS);
    return switch (calls.make(poll.updates(request))) {
      case Answer.Done<List<Object>>(var updates) ->
          new Look.Came(
              RawUpdate.of(updates).stream()
                  .map(raw -> knocking.of(raw.number(), raw.as(readable)))
                  .toList());
      case Answer.Declined<List<Object>>(var code, var description) ->
          new Look.Unreachable(BotCalls.CONFLICT_PAUSE, "Telegram answered with error " + code);
      case Answer.NotNow<List<Object>>(var after, var reason) ->
          new Look.Unreachable(after, reason);
      case Answer.Stopped<List<Object>>(var reason, var remedy) -> new Look.Stopped(reason, remedy);
    };
  }

  @Override
  public boolean greet(long user, String words) {
    var message = new SendMessage(user, words, List.of(), LinkPreview.NONE, null, null);
    return calls.make(api.send(message)) instanceof Answer.Done;
  }
}
