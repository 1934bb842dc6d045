package dev.moltbot.adapter.viber;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.hook.Handshake;
import dev.moltbot.hook.Hook;
import dev.moltbot.hook.Signature;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.List;

/**
 * One Viber bot of the owner's.
 *
 * @param bot the bot's name in its address (its {@code uri})
 * @param sender the name that replies carry, at most {@link #MAX_SENDER_CHARS} characters
 * @param webhook the public address where Viber finds the owner's reverse proxy
 * @param port on 127.0.0.1, where the proxy finds us
 * @param path on that port
 * @param api address of the API; another than {@link #VIBER} only in tests
 */
public record ViberConfig(
    String bot, String sender, Secret token, URI webhook, int port, String path, URI api) {
  /** Viber's API. */
  public static final URI VIBER = URI.create("https://chatapi.viber.com/pa/");

  /** Longest sender name, in characters; Viber refuses a longer one. */
  public static final int MAX_SENDER_CHARS = 28;

  static final ChannelId CHANNEL = new ChannelId("viber");

  static final Setting BOT =
      Setting.required(
          "MOLTBOT_VIBER_BOT", "name of your bot in its address, without viber://pa?chatURI=");
  static final Setting SENDER =
      Setting.required(
          "MOLTBOT_VIBER_SENDER", "name that your replies carry, at most 28 characters");
  static final Setting TOKEN =
      Setting.secret(
              "MOLTBOT_VIBER_TOKEN", "your bot's authentication token (Viber also says: app key)")
          .by("Open https://partners.viber.com, choose your bot, and copy its token.");
  static final Setting WEBHOOK =
      Setting.required(
          "MOLTBOT_VIBER_WEBHOOK",
          "public https address of your reverse proxy, which passes it on to the port below");
  static final Setting PORT =
      Setting.optional("MOLTBOT_VIBER_PORT", "port on 127.0.0.1 where the proxy finds us", "8465");
  static final Setting PATH =
      Setting.optional("MOLTBOT_VIBER_PATH", "path on that port; no other is answered", "/viber");
  static final Setting URL =
      Setting.optional(
          "MOLTBOT_VIBER_URL", "address of the Viber API; only for tests", VIBER.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS =
      List.of(BOT, SENDER, TOKEN, WEBHOOK, PORT, PATH, URL);

  private static final String SIGNATURE = "X-Viber-Content-Signature";
  private static final String NOT_SET = "not-set";
  private static final URI NOWHERE = URI.create("https://not-set.invalid/");

  public ViberConfig {
    if (sender.isBlank() || sender.length() > MAX_SENDER_CHARS) {
      throw new IllegalArgumentException("the Viber sender has " + sender.length() + " characters");
    }
    if (!callable(webhook)) {
      throw new IllegalArgumentException("the Viber webhook is not an https address");
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static ViberConfig from(Settings settings) {
    String bot = settings.text(BOT);
    return new ViberConfig(
        bot.isEmpty() ? NOT_SET : bot,
        sender(settings),
        token(settings),
        webhook(settings),
        port(settings),
        path(settings),
        settings.address(URL));
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, bot);
  }

  /** Where Viber calls us; its signature's key is the token itself. */
  Hook hook() {
    return new Hook("Viber", port, path, Signature.hex(SIGNATURE, "", token), Handshake.NONE);
  }

  /** No token, and not the address that anyone could call. */
  @Override
  public String toString() {
    return "ViberConfig[" + bot + ", " + api.getHost() + "]";
  }

  private static String sender(Settings settings) {
    String sender = settings.text(SENDER);
    if (sender.length() > MAX_SENDER_CHARS) {
      settings.problem(
          SENDER,
          "has " + sender.length() + " characters; Viber takes at most " + MAX_SENDER_CHARS);
      return NOT_SET;
    }
    return sender.isEmpty() ? NOT_SET : sender;
  }

  private static Secret token(Settings settings) {
    Secret token = settings.secret(TOKEN);
    if (!token.fitsHeader()) {
      settings.problem(TOKEN, "holds a character that no token has");
      return Secret.of(NOT_SET);
    }
    return token;
  }

  private static URI webhook(Settings settings) {
    String value = settings.text(WEBHOOK);
    try {
      URI webhook = URI.create(value);
      if (callable(webhook)) {
        return webhook;
      }
    } catch (IllegalArgumentException e) {
      settings.problem(WEBHOOK, "is no address");
      return NOWHERE;
    }
    if (!value.isEmpty()) {
      settings.problem(WEBHOOK, "is not an https address such as https://example.org/viber");
    }
    return NOWHERE;
  }

  /** Viber calls https only; loopback without it is for tests. */
  private static boolean callable(URI webhook) {
    boolean loopback = "http".equals(webhook.getScheme()) && "127.0.0.1".equals(webhook.getHost());
    return webhook.getHost() != null
        && webhook.getUserInfo() == null
        && (loopback || "https".equals(webhook.getScheme()));
  }

  private static int port(Settings settings) {
    long port = settings.number(PORT);
    if (!Hook.validPort(port)) {
      settings.problem(PORT, "is not a port between 1 and " + Hook.MAX_PORT);
      return Hook.MAX_PORT;
    }
    return (int) port;
  }

  private static String path(Settings settings) {
    String path = settings.text(PATH);
    if (!Hook.validPath(path)) {
      settings.problem(PATH, "is not a path such as /viber");
      return PATH.fallback();
    }
    return path;
  }
}
