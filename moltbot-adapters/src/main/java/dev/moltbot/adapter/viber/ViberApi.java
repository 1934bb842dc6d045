package dev.moltbot.adapter.viber;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;

/**
 * The three methods of Viber's API that we call, and what it calls us with. Message tokens are
 * 64-bit numbers; they are read as strings, digit by digit, because no double holds them.
 */
interface ViberApi {
  /** The header that carries the token. */
  String TOKEN = "X-Viber-Auth-Token";

  @POST("send_message")
  Call<Sent> send(@Header(TOKEN) String token, @Body Outgoing message);

  @POST("set_webhook")
  Call<Registered> setWebhook(@Header(TOKEN) String token, @Body Webhook webhook);

  /** The body must be there, and is empty. */
  @POST("get_account_info")
  Call<Account> account(@Header(TOKEN) String token, @Body Map<String, String> nothing);

  /** In every answer: 0 for yes, anything else for no, with HTTP 200 in either case. */
  interface Answered {
    @Nullable Integer status();
  }

  record Sent(@Nullable Integer status, @Json(name = "message_token") @Nullable String token)
      implements Answered {}

  record Registered(@Nullable Integer status) implements Answered {}

  record Account(
      @Nullable Integer status,
      @Nullable String uri,
      @Nullable String webhook,
      @Json(name = "event_types") @Nullable List<String> eventTypes,
      @Json(name = "subscribers_count") @Nullable Long subscribers)
      implements Answered {}

  record Outgoing(
      @Nullable String receiver,
      @Nullable String type,
      @Nullable String text,
      @Nullable Author sender) {}

  record Author(@Nullable String name) {}

  /** Names are left out of callbacks unless asked for. */
  record Webhook(
      @Nullable String url,
      @Json(name = "event_types") @Nullable List<String> eventTypes,
      @Json(name = "send_name") boolean sendName,
      @Json(name = "send_photo") boolean sendPhoto) {}

  /** What Viber calls us with. {@code timestamp} is in milliseconds. */
  record Callback(
      @Nullable String event,
      @Nullable Long timestamp,
      @Json(name = "message_token") @Nullable String token,
      @Nullable Person sender,
      @Nullable Message message) {}

  record Person(@Nullable String id, @Nullable String name) {}

  /** {@code media} is an address, of a file or of a link. */
  record Message(@Nullable String type, @Nullable String text, @Nullable String media) {}
}
