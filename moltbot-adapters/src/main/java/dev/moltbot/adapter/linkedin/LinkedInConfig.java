package dev.moltbot.adapter.linkedin;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One LinkedIn member, and what LinkedIn lets them do.
 *
 * @param profile the last part of the public profile's address
 * @param api address of the API; another than {@link #LINKEDIN} only in tests
 * @param readToken for the member changelog; null for reading from imports only
 * @param sendToken of an approved partner; null for sending by hand
 */
public record LinkedInConfig(
    String profile, URI api, @Nullable Secret readToken, @Nullable Secret sendToken) {
  public static final URI LINKEDIN = URI.create("https://api.linkedin.com/");

  static final ChannelId CHANNEL = new ChannelId("linkedin");

  static final Setting PROFILE =
      Setting.required(
              "MOLTBOT_LINKEDIN_PROFILE",
              "the last part of your profile's address: linkedin.com/in/THIS")
          .by("With this alone you read from exports of yours and send replies by hand.");
  static final Setting READ_TOKEN =
      Setting.optional(
          "MOLTBOT_LINKEDIN_READ_TOKEN",
          "token with r_dma_portability_member, for reading; members in the EEA and Switzerland"
              + " only",
          "");
  static final Setting SEND_TOKEN =
      Setting.optional(
          "MOLTBOT_LINKEDIN_SEND_TOKEN",
          "token of an approved messaging partner; without it you send replies by hand",
          "");
  static final Setting URL =
      Setting.optional(
          "MOLTBOT_LINKEDIN_URL",
          "address of the LinkedIn API; only for tests",
          LINKEDIN.toString());

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(PROFILE, READ_TOKEN, SEND_TOKEN, URL);

  private static final String NAME = "[^\\s/?#]{1,100}";

  public LinkedInConfig {
    if (!profile.matches(NAME)) {
      throw new IllegalArgumentException("not the last part of a profile's address");
    }
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static LinkedInConfig from(Settings settings) {
    return new LinkedInConfig(
        profile(settings),
        settings.address(URL),
        token(settings, READ_TOKEN),
        token(settings, SEND_TOKEN));
  }

  private static String profile(Settings settings) {
    String profile = settings.text(PROFILE);
    if (profile.matches(NAME)) {
      return profile;
    }
    if (settings.has(PROFILE)) {
      settings.problem(PROFILE, "is not the last part of an address such as linkedin.com/in/olena");
    }
    return "nobody";
  }

  private static @Nullable Secret token(Settings settings, Setting setting) {
    if (!settings.has(setting)) {
      return null;
    }
    Secret token = settings.secret(setting);
    if (!token.fitsHeader()) {
      settings.problem(setting, "holds a character that no token has");
      return null;
    }
    return token;
  }

  /** The account as the rest of the program names it. */
  public AccountId account() {
    return new AccountId(CHANNEL, profile);
  }

  /** No token. */
  @Override
  public String toString() {
    return "LinkedInConfig[" + profile + ", " + api.getHost() + "]";
  }
}
