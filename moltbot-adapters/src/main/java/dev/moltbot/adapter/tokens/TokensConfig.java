package dev.moltbot.adapter.tokens;

import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * What the broker holds, and whom it serves.
 *
 * @param listen the address to listen on; its container's networks decide who reaches it
 * @param port 0 for any free one, in tests
 * @param key what the sandbox shows in the place of a refresh token
 * @param endpoint where Google mints; another than {@link #GOOGLE} only in tests
 */
public record TokensConfig(
    String listen,
    int port,
    Secret key,
    URI endpoint,
    String clientId,
    Secret clientSecret,
    Secret refreshToken) {
  public static final URI GOOGLE = URI.create("https://oauth2.googleapis.com/token");

  /** Where the sandbox finds it, see {@code security/docker-compose.yml}. */
  public static final int PORT = 8465;

  private static final Setting KEY =
      Setting.secret(
          "MOLTBOT_TOKENS_KEY",
          "only for the broker of Gmail's tokens (docs/security.md): what Moltbot, in its sandbox,"
              + " has as refresh token; make it with openssl rand -base64 32");

  /** What the owner can set for the broker alone. */
  public static final List<Setting> SETTINGS =
      List.of(Setting.optional(KEY.key(), KEY.about(), ""));

  /** The channel's own settings, by their names: an adapter knows no other. */
  private static final Setting CLIENT_ID =
      Setting.required("MOLTBOT_GMAIL_CLIENT_ID", "the OAuth client's id");

  private static final Setting CLIENT_SECRET =
      Setting.secret("MOLTBOT_GMAIL_CLIENT_SECRET", "the OAuth client's secret");
  private static final Setting REFRESH_TOKEN =
      Setting.secret("MOLTBOT_GMAIL_REFRESH_TOKEN", "the refresh token");
  private static final Setting ENDPOINT =
      Setting.optional("MOLTBOT_GMAIL_TOKEN_URL", "only for tests", GOOGLE.toString());

  /** From the settings; what is wrong is noted there as a problem. */
  public static TokensConfig from(Settings settings, String listen) {
    var config =
        new TokensConfig(
            listen,
            PORT,
            settings.secret(KEY),
            settings.endpoint(ENDPOINT),
            settings.text(CLIENT_ID),
            settings.secret(CLIENT_SECRET),
            settings.secret(REFRESH_TOKEN));
    settings.keepApart(List.of(KEY, CLIENT_SECRET, REFRESH_TOKEN));
    return config;
  }

  /** Listens and answers from now on, until it is closed. */
  public Closeable serve(HttpClients clients, InstantSource time) throws IOException {
    return Broker.listening(this, new TokenDesk(this, Mint.at(endpoint, clients), time));
  }

  /** No key, and not the client's name. */
  @Override
  public String toString() {
    return "TokensConfig[" + listen + ":" + port + ", " + endpoint.getHost() + "]";
  }
}
