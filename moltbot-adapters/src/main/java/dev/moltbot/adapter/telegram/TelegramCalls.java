package dev.moltbot.adapter.telegram;

import com.squareup.moshi.Moshi;
import dev.moltbot.botapi.BotAnswer;
import dev.moltbot.botapi.BotApi.Envelope;
import dev.moltbot.botapi.Envelopes;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Readings;
import dev.moltbot.channel.Refusal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes calls, and says what Telegram's no means to a channel, in words of our own. */
final class TelegramCalls {
  static final Readings READINGS =
      new Readings(
          "Telegram",
          "get the bot's current token from @BotFather and put it into .env as "
              + TelegramConfig.TOKEN.key(),
          "remove the bot's webhook with the Bot API's deleteWebhook, or give Moltbot another bot");

  /** How long to leave the field to the other program that polls this bot. */
  static final Duration CONFLICT_PAUSE = Duration.ofSeconds(30);

  static final String WEBHOOK = "a webhook is set on the bot, so it cannot be polled";

  /** What in Telegram's words says why a call was wrong, and what that means. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "BUSINESS_PEER_USAGE_MISSING",
          "they did not write within the last 24 hours, so Telegram takes no reply",
          "BUSINESS_PEER_INVALID",
          "the bot is not connected to this chat",
          "BUSINESS_CONNECTION_INVALID",
          "the bot is no longer connected to your account",
          "business connection not found",
          "the bot is no longer connected to your account",
          "chat not found",
          "there is no such chat",
          "bot was blocked",
          "they blocked you",
          "USER_IS_BLOCKED",
          "they blocked you",
          "BOT_ACCESS_FORBIDDEN",
          "the bot has no right to reply in your chats",
          "message is too long",
          "the text is too long");

  private final Envelopes envelopes;

  TelegramCalls(Moshi moshi) {
    this.envelopes = new Envelopes(moshi);
  }

  <T> Answer<T> make(Call<Envelope<T>> call) {
    return switch (envelopes.open(call)) {
      case BotAnswer.Done<T>(T value) -> new Answer.Done<>(value);
      case BotAnswer.Lost<T>(var failure) -> new Answer.Lost<>(failure);
      case BotAnswer.No<T> no -> new Answer.Declined<>(refusal(no));
    };
  }

  private static Refusal refusal(BotAnswer.No<?> no) {
    return switch (no.why()) {
      case WRONG -> Refusal.of(Refusal.Kind.WRONG, reason(no));
      case FORBIDDEN -> Refusal.of(Refusal.Kind.FORBIDDEN, reason(no));
      case BAD_TOKEN -> Refusal.of(Refusal.Kind.REVOKED, reason(no));
      case WEBHOOK -> Refusal.of(Refusal.Kind.FORBIDDEN, WEBHOOK);
      case OTHER_POLLER ->
          later(Refusal.Kind.OUT_OF_ORDER, "another program polls the same bot", CONFLICT_PAUSE);
      case THROTTLED -> later(Refusal.Kind.THROTTLED, reason(no), no.pause());
      case OUT_OF_ORDER -> later(Refusal.Kind.OUT_OF_ORDER, reason(no), no.pause());
    };
  }

  private static Refusal later(Refusal.Kind kind, String reason, @Nullable Duration pause) {
    return new Refusal(kind, reason, pause);
  }

  /** Telegram's own words may quote what was sent, so they are only compared. */
  private static String reason(BotAnswer.No<?> no) {
    return KNOWN.entrySet().stream()
        .filter(known -> no.description().contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("HTTP " + no.code());
  }
}
