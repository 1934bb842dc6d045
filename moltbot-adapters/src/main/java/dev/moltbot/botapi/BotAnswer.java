package dev.moltbot.botapi;

import dev.moltbot.wire.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one call of the Bot API. What that means is for the bot to say. */
public sealed interface BotAnswer<T> {

  /** Done, with Telegram's word for it. */
  record Done<T>(T value) implements BotAnswer<T> {}

  /**
   * Telegram answered no.
   *
   * @param description in Telegram's words, which may quote what was sent; not for a log
   * @param pause how long Telegram asks to wait, bounded; null where it does not say
   */
  record No<T>(Why why, int code, String description, @Nullable Duration pause)
      implements BotAnswer<T> {}

  /** No usable answer; whether Telegram did it hangs on the failure. */
  record Lost<T>(Failure failure) implements BotAnswer<T> {}

  /** Why Telegram says no. */
  enum Why {
    /** This one call is wrong; repeating it changes nothing. */
    WRONG,
    /** The token is not, or no longer, a bot's. */
    BAD_TOKEN,
    /** The bot may not do this, or not there. */
    FORBIDDEN,
    /** A webhook is set. Someone set it on purpose; so it is not ours to remove. */
    WEBHOOK,
    /** Another program polls the same bot. */
    OTHER_POLLER,
    /** Too fast. */
    THROTTLED,
    /** Telegram is out of order. */
    OUT_OF_ORDER;

    static Why of(int code, String description) {
      return switch (code) {
        case 400 -> WRONG;
        case 401, 404 -> BAD_TOKEN;
        case 403 -> FORBIDDEN;
        case 409 -> description.contains("webhook") ? WEBHOOK : OTHER_POLLER;
        case 429 -> THROTTLED;
        default -> OUT_OF_ORDER;
      };
    }
  }
}
