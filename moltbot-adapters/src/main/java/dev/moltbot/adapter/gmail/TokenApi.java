package dev.moltbot.adapter.gmail;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Google's token endpoint, for the two grants we use: one at login, one ever after. */
interface TokenApi {

  @FormUrlEncoded
  @POST
  Call<TokenReply> refresh(
      @Url String endpoint,
      @Field("grant_type") String grantType,
      @Field("client_id") String clientId,
      @Field("client_secret") String clientSecret,
      @Field("refresh_token") String refreshToken);

  /** RFC 6749 4.1.3 with the verifier of RFC 7636. */
  @FormUrlEncoded
  @POST
  Call<TokenReply> exchange(
      @Url String endpoint,
      @Field("grant_type") String grantType,
      @Field("client_id") String clientId,
      @Field("client_secret") String clientSecret,
      @Field("code") String code,
      @Field("redirect_uri") String redirect,
      @Field("code_verifier") String verifier);

  /**
   * {@code scope} holds what the token may do, blank-separated; {@code refresh_token} is there at
   * login only.
   */
  record TokenReply(
      @Nullable String access_token,
      @Nullable Long expires_in,
      @Nullable String scope,
      @Nullable String refresh_token) {}

  /** {@code error} is one of RFC 6749's words. */
  record TokenProblem(@Nullable String error) {}
}
