package dev.moltbot.adapter.telegram;

import dev.moltbot.botapi.BotAddress;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.util.List;

/**
 * Whose Telegram account it is, and the bot connected to it.
 *
 * @param owner the owner's numeric user id; a business connection of anyone else is refused
 */
public record TelegramConfig(BotAddress bot, long owner) {
  static final ChannelId CHANNEL = new ChannelId("telegram");

  static final Setting TOKEN =
      Setting.secret(
              "MOLTBOT_TELEGRAM_TOKEN",
              "token of a second bot, with Business Mode on, connected to your account;"
                  + " never the control bot's")
          .by(
              "Make another bot with https://t.me/BotFather (/newbot), then /mybots, the bot,",
              "Bot Settings, Business Mode. In your own settings, Telegram Business, Chatbots, connect it.");
  static final Setting OWNER =
      Setting.required(
          "MOLTBOT_TELEGRAM_OWNER",
          "numeric user id of the account whose chats are read; @userinfobot tells it to you");
  static final Setting ADDRESS =
      Setting.optional(
          "MOLTBOT_TELEGRAM_URL",
          "address of the Bot API; only for tests",
          BotAddress.TELEGRAM.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(TOKEN, OWNER, ADDRESS);

  public TelegramConfig {
    if (owner <= 0) {
      throw new IllegalArgumentException("the owner's number is positive; groups have others");
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static TelegramConfig from(Settings settings) {
    var bot = new BotAddress(settings.address(ADDRESS), BotAddress.token(settings, TOKEN));
    return new TelegramConfig(bot, owner(settings));
  }

  private static long owner(Settings settings) {
    long owner = settings.number(OWNER);
    if (owner <= 0 && settings.has(OWNER)) {
      settings.problem(OWNER, "is not a person's number; only a person has private chats");
    }
    return Math.max(1, owner);
  }

  /** Named by the owner and not by the bot: another bot reads the same chats. */
  AccountId account() {
    return new AccountId(CHANNEL, Long.toString(owner));
  }
}
