package dev.moltbot.adapter.gmail;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.mime.MailAddress;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.List;

/**
 * One Gmail account and the key to it.
 *
 * @param address the owner's own address there; replies are written as it
 * @param api address of the API; another than {@link #GMAIL} only in tests
 * @param tokenEndpoint where access tokens are minted; another than {@link #GOOGLE} only in tests
 */
public record GmailConfig(
    String address,
    URI api,
    URI tokenEndpoint,
    String clientId,
    Secret clientSecret,
    Secret refreshToken) {
  public static final URI GMAIL = URI.create("https://gmail.googleapis.com/");
  public static final URI GOOGLE = URI.create("https://oauth2.googleapis.com/token");

  /** The broker beside the sandbox, by the one name its network gives it (docs/security.md). */
  public static final URI BROKER = URI.create("http://tokens:8465/token");

  static final ChannelId CHANNEL = new ChannelId("gmail");

  static final Setting ADDRESS =
      Setting.required("MOLTBOT_GMAIL_ADDRESS", "your Gmail address; replies are written as it");
  static final Setting CLIENT_ID =
      Setting.required(
              "MOLTBOT_GMAIL_CLIENT_ID",
              "OAuth client id of a desktop app of yours, from the Google Cloud console")
          .by(
              "Open https://console.cloud.google.com, make a project, and switch on the Gmail API in it.",
              "Under APIs and services, Credentials, make an OAuth client of type Desktop app.",
              "Publish the consent screen: while it is in testing, Google ends the login after 7 days.");
  static final Setting CLIENT_SECRET =
      Setting.secret("MOLTBOT_GMAIL_CLIENT_SECRET", "secret of that OAuth client")
          .by("It stands beside the client id, in the same place.");
  static final Setting REFRESH_TOKEN =
      Setting.secret(
              "MOLTBOT_GMAIL_REFRESH_TOKEN",
              "refresh token for the scopes gmail.readonly and gmail.send, and no other;"
                  + " leave it empty and run: moltbot channels login gmail")
          .keptIn(GmailLogin.FILE);
  static final Setting URL =
      Setting.optional(
          "MOLTBOT_GMAIL_URL", "address of the Gmail API; only for tests", GMAIL.toString());
  static final Setting TOKEN_URL =
      Setting.optional(
          "MOLTBOT_GMAIL_TOKEN_URL",
          "address of Google's token endpoint; in the sandbox " + BROKER + ", else only for tests",
          GOOGLE.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS =
      List.of(ADDRESS, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN, URL, TOKEN_URL);

  private static final String NOBODY = "nobody@example.org";

  public GmailConfig {
    if (MailAddress.of("", address).isEmpty()) {
      throw new IllegalArgumentException("the Gmail address is none: " + address);
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("the OAuth client id is blank");
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static GmailConfig from(Settings settings) {
    String clientId = settings.text(CLIENT_ID);
    return new GmailConfig(
        address(settings),
        settings.address(URL),
        tokenEndpoint(settings),
        clientId.isEmpty() ? "not-set" : clientId,
        settings.secret(CLIENT_SECRET),
        settings.secret(REFRESH_TOKEN));
  }

  /** Google's, or the broker's; a changed line sends nothing anywhere else. */
  static URI tokenEndpoint(Settings settings) {
    return settings.text(TOKEN_URL).equals(BROKER.toString())
        ? BROKER
        : settings.endpoint(TOKEN_URL);
  }

  private static String address(Settings settings) {
    String address = settings.text(ADDRESS);
    if (MailAddress.of("", address).isPresent()) {
      return address;
    }
    if (settings.has(ADDRESS)) {
      settings.problem(ADDRESS, "is not a mail address such as olena@example.org");
    }
    return NOBODY;
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, address);
  }

  MailAddress owner() {
    return MailAddress.of("", address).orElseThrow();
  }

  /** No key, not even its client's name. */
  @Override
  public String toString() {
    return "GmailConfig[" + address + ", " + api.getHost() + "]";
  }
}
