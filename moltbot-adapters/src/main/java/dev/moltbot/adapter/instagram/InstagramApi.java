package dev.moltbot.adapter.instagram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * The five calls of Instagram's API that we make. The token travels in a header, so that no address
 * carries it; only renewing it has it as a parameter, as Instagram documents it.
 */
interface InstagramApi {
  /** Fields of {@link #conversations}: when each moved, and its newest message. */
  String CONVERSATIONS = "id,updated_time,messages.limit(1){id}";

  /** Fields of {@link #conversation}: the newest messages of one conversation, newest first. */
  String MESSAGES =
      "id,messages.limit(20){id,created_time,from,to,message,attachments,is_unsupported}";

  @GET("v24.0/me?fields=id,user_id,username")
  Call<Me> me(@Header("Authorization") String bearer);

  @GET("v24.0/me/conversations?platform=instagram")
  Call<Page> conversations(
      @Header("Authorization") String bearer,
      @Query("fields") String fields,
      @Query("limit") int limit,
      @Query("after") @Nullable String after);

  @GET("v24.0/{id}")
  Call<Conversation> conversation(
      @Header("Authorization") String bearer,
      @Path("id") String id,
      @Query("fields") String fields);

  @POST("v24.0/me/messages")
  Call<Sent> send(@Header("Authorization") String bearer, @Body Outgoing message);

  @GET("refresh_access_token?grant_type=ig_refresh_token")
  Call<Renewed> refresh(@Query("access_token") String token);

  /** One entry of a list, not read yet: one that makes no sense must not hold up the others. */
  record Raw(String json) {
    boolean isNull() {
      return json.equals("null");
    }
  }

  /**
   * Whose token it is; some answers wrap it in {@code data}. {@code user_id} is the professional
   * account's id, {@code id} the same account as this app sees it.
   */
  record Me(
      @Nullable String id,
      @Nullable String user_id,
      @Nullable String username,
      @Nullable List<Me> data) {}

  record Page(@Nullable List<Raw> data, @Nullable Paging paging) {}

  /** {@code next} is an address with a token in it; that it is there is all we want to know. */
  record Paging(@Nullable Cursors cursors, @Nullable String next) {}

  record Cursors(@Nullable String after) {}

  /** {@code updated_time} in seconds, milliseconds or ISO 8601. */
  record Conversation(
      @Nullable String id, @Nullable String updated_time, @Nullable Page messages) {}

  record Message(
      @Nullable String id,
      @Nullable String created_time,
      @Nullable Person from,
      @Nullable People to,
      @Nullable String message,
      @Nullable Raw attachments,
      @Nullable Boolean is_unsupported) {}

  record Person(@Nullable String id, @Nullable String username) {}

  record People(@Nullable List<Person> data) {}

  record Outgoing(Recipient recipient, Words message) {}

  record Recipient(String id) {}

  record Words(String text) {}

  record Sent(@Nullable String recipient_id, @Nullable String message_id) {}

  /** {@code expires_in} counts seconds. */
  record Renewed(@Nullable String access_token, @Nullable Long expires_in) {}

  /** The envelope of every refusal. */
  record Refused(@Nullable Problem error) {}

  record Problem(
      @Nullable Integer code, @Nullable Integer error_subcode, @Nullable Boolean is_transient) {}
}
