package dev.moltbot.adapter.desk;

import com.squareup.moshi.Moshi;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Where the bot's methods are: the base address with the token as its last folder. Printed without
 * the token, and never parsed from a text with the token in it, since a parser's complaint would
 * quote it.
 */
record BotAddress(URI base, Secret token) {
  /** What @BotFather hands out: the bot's number, a colon, letters. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{3,128}");

  BotAddress {
    check(token);
  }

  static boolean isToken(Secret token) {
    return TOKEN.matcher(token.reveal()).matches();
  }

  static void check(Secret token) {
    if (!isToken(token)) {
      throw new IllegalArgumentException("the control bot's token has not the form 123456:ABC...");
    }
  }

  /** Named by the bot's number, which is no secret: another bot counts its updates on its own. */
  AccountId account() {
    String number = token.reveal().substring(0, token.reveal().indexOf(':'));
    return new AccountId(new ChannelId("telegram-desk"), number);
  }

  TelegramApi over(OkHttpClient client, Moshi moshi) {
    HttpUrl root =
        HttpUrl.get(base.toString()).newBuilder().addPathSegment("bot" + token.reveal()).build();
    return new Retrofit.Builder()
        .baseUrl(root.newBuilder().addPathSegment("").build())
        .client(client)
        .addConverterFactory(MoshiConverterFactory.create(moshi))
        .build()
        .create(TelegramApi.class);
  }
}
