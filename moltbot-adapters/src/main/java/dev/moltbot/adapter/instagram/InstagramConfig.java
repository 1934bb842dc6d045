package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.hook.Hook;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One professional Instagram account and the key to it.
 *
 * @param username the account's user name, without the at sign
 * @param token a long-lived token; a renewed one in the channel's folder takes its place
 * @param api address of the API; another than {@link #INSTAGRAM} only in tests
 * @param webhook where Instagram brings messages; null where it is only asked
 */
public record InstagramConfig(String username, Secret token, URI api, @Nullable Webhook webhook) {
  public static final URI INSTAGRAM = URI.create("https://graph.instagram.com/");

  static final ChannelId CHANNEL = new ChannelId("instagram");

  static final Setting USERNAME =
      Setting.required(
          "MOLTBOT_INSTAGRAM_USERNAME",
          "user name of your professional Instagram account; replies are written as it");
  static final Setting TOKEN =
      Setting.secret(
              "MOLTBOT_INSTAGRAM_TOKEN",
              "long-lived token with instagram_business_basic and instagram_business_manage_messages,"
                  + " from the Meta app dashboard; Moltbot renews it")
          .by(
              "Open https://developers.facebook.com/apps, make an app with Instagram API with Instagram",
              "login, add your account to it, and generate a token for that account there.");
  static final Setting URL =
      Setting.optional(
          "MOLTBOT_INSTAGRAM_URL",
          "address of the Instagram API; only for tests",
          INSTAGRAM.toString());

  static final Setting WEBHOOK_PORT =
      Setting.optional(
          "MOLTBOT_INSTAGRAM_WEBHOOK_PORT",
          "port on 127.0.0.1 to which your reverse proxy passes what Instagram sends to /instagram;"
              + " not set: messages are only polled",
          "");
  static final Setting APP_SECRET =
      Setting.optional(
          "MOLTBOT_INSTAGRAM_APP_SECRET",
          "secret of your Instagram app, with which it signs what it sends; for the port above",
          "");
  static final Setting VERIFY_TOKEN =
      Setting.optional(
          "MOLTBOT_INSTAGRAM_VERIFY_TOKEN",
          "a word of your own that you also enter as verify token in the Meta app dashboard; for"
              + " the port above",
          "");

  /** What the owner can set. */
  public static final List<Setting> SETTINGS =
      List.of(USERNAME, TOKEN, WEBHOOK_PORT, APP_SECRET, VERIFY_TOKEN, URL);

  /**
   * How Instagram reaches us, and how we know that it is Instagram.
   *
   * @param port on 127.0.0.1; 0 for any free one, in tests
   * @param verifyToken what Instagram says when it is told the address
   */
  record Webhook(int port, Secret appSecret, Secret verifyToken) {}

  private static final String NAME = "[a-z0-9._]{1,30}";

  public InstagramConfig {
    if (!username.matches(NAME)) {
      throw new IllegalArgumentException("not an Instagram user name");
    }
    if (!token.fitsHeader()) {
      throw new IllegalArgumentException("the Instagram token fits no HTTP header");
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static InstagramConfig from(Settings settings) {
    return new InstagramConfig(
        username(settings), token(settings), settings.address(URL), webhook(settings));
  }

  private static String username(Settings settings) {
    String given = settings.text(USERNAME);
    String name = (given.startsWith("@") ? given.substring(1) : given).toLowerCase(Locale.ROOT);
    if (name.matches(NAME)) {
      return name;
    }
    if (settings.has(USERNAME)) {
      settings.problem(USERNAME, "is not a user name such as olena.bakes");
    }
    return "nobody";
  }

  private static Secret token(Settings settings) {
    Secret token = settings.secret(TOKEN);
    if (token.fitsHeader()) {
      return token;
    }
    settings.problem(TOKEN, "holds a character that no token has");
    return Secret.of("not-set");
  }

  private static @Nullable Webhook webhook(Settings settings) {
    if (!settings.has(WEBHOOK_PORT)) {
      return null;
    }
    long port = settings.number(WEBHOOK_PORT);
    if (!Hook.validPort(port)) {
      settings.problem(WEBHOOK_PORT, "is not a port such as 8443");
      return null;
    }
    for (Setting needed : List.of(APP_SECRET, VERIFY_TOKEN)) {
      if (!settings.has(needed)) {
        settings.problem(needed, "is not set, and " + WEBHOOK_PORT.key() + " needs it");
      }
    }
    return new Webhook((int) port, settings.secret(APP_SECRET), settings.secret(VERIFY_TOKEN));
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, username);
  }

  /** No key. */
  @Override
  public String toString() {
    return "InstagramConfig[" + username + ", " + api.getHost() + "]";
  }
}
