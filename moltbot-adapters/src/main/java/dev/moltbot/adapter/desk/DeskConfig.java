package dev.moltbot.adapter.desk;

import dev.moltbot.botapi.BotAddress;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Whose control bot it is.
 *
 * @param base where the Bot API is; {@link BotAddress#TELEGRAM} but for tests
 * @param token the control bot's own, of no other use
 * @param owner the owner's numeric Telegram user id; nobody else is heard
 * @param chat the owner's private chat with the bot; on Telegram its number is the owner's
 * @param zone in which dates are shown on cards
 */
public record DeskConfig(URI base, Secret token, long owner, long chat, ZoneId zone) {
  public static final Setting TOKEN =
      Setting.secret(
              "MOLTBOT_DESK_TOKEN",
              "token of a Telegram bot used for nothing else; @BotFather gives one for /newbot")
          .by(
              "Open https://t.me/BotFather in Telegram, send /newbot, and choose a name for it.",
              "Its answer holds the token: digits, a colon, letters.");
  public static final Setting OWNER =
      Setting.required(
          "MOLTBOT_DESK_OWNER", "your numeric Telegram user id; @userinfobot tells it to you");
  public static final Setting ZONE =
      Setting.optional(
          "MOLTBOT_DESK_ZONE", "time zone of the dates on cards, such as Europe/Kyiv", "UTC");
  static final Setting ADDRESS =
      Setting.optional(
          "MOLTBOT_DESK_URL",
          "address of the Bot API; only for tests",
          BotAddress.TELEGRAM.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(TOKEN, OWNER, ZONE, ADDRESS);

  public DeskConfig {
    if (owner <= 0 || chat <= 0) {
      throw new IllegalArgumentException(
          "the owner and the owner's private chat with the bot are positive numbers;"
              + " negative ones are groups and channels");
    }
    BotAddress.check(token);
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static DeskConfig from(Settings settings) {
    long owner = owner(settings);
    return new DeskConfig(
        settings.address(ADDRESS), BotAddress.token(settings, TOKEN), owner, owner, zone(settings));
  }

  private static long owner(Settings settings) {
    long owner = settings.number(OWNER);
    if (owner < 0) {
      settings.problem(OWNER, "is the number of a group or channel; only a person can approve");
    } else if (owner == 0 && settings.has(OWNER)) {
      settings.problem(OWNER, "is nobody's number");
    }
    return Math.max(1, owner);
  }

  private static ZoneId zone(Settings settings) {
    try {
      return ZoneId.of(settings.text(ZONE));
    } catch (DateTimeException e) {
      settings.problem(ZONE, "is not a time zone such as Europe/Kyiv");
      return ZoneOffset.UTC;
    }
  }
}
