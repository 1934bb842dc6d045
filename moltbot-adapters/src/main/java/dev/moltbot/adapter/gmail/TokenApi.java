package dev.moltbot.adapter.gmail;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Google's token endpoint, for the one grant we use. */
interface TokenApi {

  @FormUrlEncoded
  @POST
  Call<TokenReply> refresh(
      @Url String endpoint,
      @Field("grant_type") String grantType,
      @Field("client_id") String clientId,
      @Field("client_secret") String clientSecret,
      @Field("refresh_token") String refreshToken);

  /** {@code scope} holds what the token may do, blank-separated. */
  record TokenReply(
      @Nullable String access_token, @Nullable Long expires_in, @Nullable String scope) {}

  /** {@code error} is one of RFC 6749's words. */
  record TokenProblem(@Nullable String error) {}
}
