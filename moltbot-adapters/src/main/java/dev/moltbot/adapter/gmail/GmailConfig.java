package dev.moltbot.adapter.gmail;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.mime.MailAddress;
import dev.moltbot.wire.Secret;
import java.net.URI;

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

  static final ChannelId CHANNEL = new ChannelId("gmail");

  public GmailConfig {
    if (MailAddress.of("", address).isEmpty()) {
      throw new IllegalArgumentException("the Gmail address is none: " + address);
    }
    if (clientId.isBlank()) {
      throw new IllegalArgumentException("the OAuth client id is blank");
    }
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
