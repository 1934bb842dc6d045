package dev.moltbot.adapter.desk;

import java.time.Duration;

/** What became of one call to Telegram. */
sealed interface Answer<T> {

  /** Done, with Telegram's word for it. */
  record Done<T>(T value) implements Answer<T> {}

  /** Telegram answered no to this one call; repeating it changes nothing. */
  record Declined<T>(int code, String description) implements Answer<T> {}

  /** Not now: no usable answer, or an answer that asks for patience. */
  record NotNow<T>(Duration retryAfter, String reason) implements Answer<T> {}

  /** Never again until a person does something, which {@code remedy} says. */
  record Stopped<T>(String reason, String remedy) implements Answer<T> {

    static <T> Stopped<T> badToken() {
      return new Stopped<>(
          "Telegram does not accept the control bot's token",
          "get the current one from @BotFather (/mybots, the bot, API Token) and put it into .env");
    }

    /** Someone set it on purpose, perhaps another program; so it is not ours to remove. */
    static <T> Stopped<T> webhook() {
      return new Stopped<>(
          "a webhook is set on the control bot, so it cannot be polled",
          "give Moltbot a bot of its own, or remove the webhook with the Bot API's deleteWebhook");
    }
  }
}
