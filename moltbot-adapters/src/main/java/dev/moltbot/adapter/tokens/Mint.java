package dev.moltbot.adapter.tokens;

import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.HttpLimits;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Google's token endpoint, for the one grant the broker asks for (RFC 6749, section 6). */
interface Mint {
  /** Longest a call takes; the sandbox waits six seconds for all of it. */
  Duration TIMEOUT = Duration.ofSeconds(5);

  long MAX_ANSWER_BYTES = 1 << 16;

  static Mint at(URI endpoint, HttpClients clients) {
    HttpLimits limits = new HttpLimits(TIMEOUT, TIMEOUT, MAX_ANSWER_BYTES);
    return new Retrofit.Builder()
        .baseUrl(endpoint.resolve("/").toString())
        .client(clients.client("google-oauth", limits, endpoint))
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(Mint.class);
  }

  @FormUrlEncoded
  @POST
  Call<Minted> refresh(
      @Url String endpoint,
      @Field("grant_type") String grantType,
      @Field("client_id") String clientId,
      @Field("client_secret") String clientSecret,
      @Field("refresh_token") String refreshToken);

  /** What is handed on; whatever else Google says is not read. */
  record Minted(
      @Nullable String access_token,
      @Nullable Long expires_in,
      @Nullable String token_type,
      @Nullable String scope) {}

  /** {@code error} is one of RFC 6749's words. */
  record Problem(@Nullable String error) {}
}
