package dev.moltbot.adapter.linkedin;

import java.util.List;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The calls we make, as LinkedIn spells them. */
interface LinkedInApi {

  /** Everything that happened to the member after a time, which is included, oldest first. */
  @Headers({"LinkedIn-Version: 202312", "X-Restli-Protocol-Version: 2.0.0"})
  @GET("rest/memberChangeLogs?q=memberAndApplication")
  Call<Page> changes(
      @Header("Authorization") String bearer,
      @Query("startTime") long startTime,
      @Query("count") int count);

  /** The message's id comes in a header, or in the body. */
  @Headers({"LinkedIn-Version: 202312", "X-Restli-Protocol-Version: 2.0.0"})
  @POST("v2/messages")
  Call<ResponseBody> send(@Header("Authorization") String bearer, @Body Outgoing message);

  /** Elements as they come; one that we cannot read must not hide the others. */
  record Page(@Nullable List<@Nullable Object> elements) {}

  /** Into a thread that is there; recipients are for new ones, and must be left out then. */
  record Outgoing(String thread, String body) {}

  record Made(@Nullable String id) {}

  /** Times are milliseconds since 1970. {@code owner} is the member whose changelog it is. */
  record Event(
      @Nullable Object id,
      @Nullable String resourceName,
      @Nullable String resourceId,
      @Nullable String method,
      @Nullable String owner,
      @Nullable String actor,
      @Nullable Long processedAt,
      @Nullable Activity activity) {}

  record Activity(
      @Nullable String id,
      @Nullable String thread,
      @Nullable Words content,
      @Nullable Long createdAt,
      @Nullable Long deliveredAt,
      @Nullable List<@Nullable Object> attachments) {}

  /** {@code fallback} is the same without formatting. */
  record Words(@Nullable String fallback, @Nullable Formatted content) {}

  record Formatted(@Nullable String string) {}
}
