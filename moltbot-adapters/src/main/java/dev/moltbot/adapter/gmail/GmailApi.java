package dev.moltbot.adapter.gmail;

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
 * The five methods of Gmail's API that we call. History ids are unsigned 64-bit numbers written as
 * strings; they stay strings here, because no signed long holds them.
 */
interface GmailApi {

  @GET("gmail/v1/users/me/profile")
  Call<Profile> profile(@Header("Authorization") String bearer);

  @GET("gmail/v1/users/me/messages")
  Call<MessageList> list(
      @Header("Authorization") String bearer,
      @Query("q") String query,
      @Query("maxResults") int maxResults,
      @Query("pageToken") @Nullable String pageToken);

  @GET("gmail/v1/users/me/messages/{id}")
  Call<Message> message(
      @Header("Authorization") String bearer,
      @Path("id") String id,
      @Query("format") String format);

  @GET("gmail/v1/users/me/history?historyTypes=messageAdded")
  Call<HistoryList> history(
      @Header("Authorization") String bearer,
      @Query("startHistoryId") String start,
      @Query("maxResults") int maxResults,
      @Query("pageToken") @Nullable String pageToken);

  @POST("gmail/v1/users/me/messages/send")
  Call<Message> send(@Header("Authorization") String bearer, @Body Outgoing message);

  record Profile(@Nullable String emailAddress, @Nullable String historyId) {}

  record MessageList(@Nullable List<Message> messages, @Nullable String nextPageToken) {}

  /** In lists only the ids are set. {@code raw} is base64url, {@code internalDate} milliseconds. */
  record Message(
      @Nullable String id,
      @Nullable String threadId,
      @Nullable List<String> labelIds,
      @Nullable String historyId,
      @Nullable Long internalDate,
      @Nullable Long sizeEstimate,
      @Nullable String raw) {}

  record HistoryList(
      @Nullable List<HistoryRecord> history,
      @Nullable String nextPageToken,
      @Nullable String historyId) {}

  record HistoryRecord(@Nullable String id, @Nullable List<Added> messagesAdded) {}

  record Added(@Nullable Message message) {}

  record Outgoing(String raw, String threadId) {}

  /** The envelope of every refusal. */
  record Refusal(@Nullable Problem error) {}

  record Problem(@Nullable List<Cause> errors) {}

  record Cause(@Nullable String reason) {}
}
