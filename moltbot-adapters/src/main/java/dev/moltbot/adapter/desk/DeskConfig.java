package dev.moltbot.adapter.desk;

import dev.moltbot.wire.Secret;
import java.net.URI;
import java.time.ZoneId;

/**
 * Whose control bot it is.
 *
 * @param base where the Bot API is; {@link #TELEGRAM} but for tests
 * @param token the control bot's own, of no other use
 * @param owner the owner's numeric Telegram user id; nobody else is heard
 * @param chat the owner's private chat with the bot; on Telegram its number is the owner's
 * @param zone in which dates are shown on cards
 */
public record DeskConfig(URI base, Secret token, long owner, long chat, ZoneId zone) {
  public static final URI TELEGRAM = URI.create("https://api.telegram.org/");

  public DeskConfig {
    if (owner <= 0 || chat <= 0) {
      throw new IllegalArgumentException(
          "the owner and the owner's private chat with the bot are positive numbers;"
              + " negative ones are groups and channels");
    }
    BotAddress.check(token);
  }
}
