package dev.moltbot.botapi;

import com.squareup.moshi.Moshi;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Where a bot's methods are: the base address with the token as its last folder. Printed without
 * the token, and never parsed from a text with the token in it, since a parser's complaint would
 * quote it.
 *
 * @param base where the Bot API is; {@link #TELEGRAM} but for tests
 */
public record BotAddress(URI base, Secret token) {
  public static final URI TELEGRAM = URI.create("https://api.telegram.org/");

  /** What @BotFather hands out: the bot's number, a colon, letters. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{3,128}");

  private static final Secret NO_TOKEN = Secret.of("0:not-set");

  public BotAddress {
    check(token);
  }

  /** From a setting; what is wrong with it is noted there, and a harmless stand-in answers. */
  public static Secret token(Settings settings, Setting setting) {
    Secret token = settings.secret(setting);
    if (isToken(token)) {
      return token;
    }
    if (settings.has(setting)) {
      settings.problem(setting, "is not a bot's token, which looks like 123456:ABC-DEF");
    }
    return NO_TOKEN;
  }

  /** Refuses what is no token, without quoting it. */
  public static void check(Secret token) {
    if (!isToken(token)) {
      throw new IllegalArgumentException("a bot's token has the form 123456:ABC...");
    }
  }

  private static boolean isToken(Secret token) {
    return TOKEN.matcher(token.reveal()).matches();
  }

  /** The bot's number, which is no secret; each bot counts its updates on its own. */
  public String bot() {
    return token.reveal().substring(0, token.reveal().indexOf(':'));
  }

  /** The bot's methods over that client. */
  public <T extends BotApi> T over(OkHttpClient client, Moshi moshi, Class<T> methods) {
    HttpUrl root =
        HttpUrl.get(base.toString()).newBuilder().addPathSegment("bot" + token.reveal()).build();
    return new Retrofit.Builder()
        .baseUrl(root.newBuilder().addPathSegment("").build())
        .client(client)
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build()
        .create(methods);
  }
}
