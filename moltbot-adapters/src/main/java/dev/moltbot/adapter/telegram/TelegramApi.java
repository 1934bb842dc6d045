package dev.moltbot.adapter.telegram;

import com.squareup.moshi.Json;
import dev.moltbot.botapi.BotApi;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The methods of the Bot API (10.1) that only a bot on a business connection calls. */
interface TelegramApi extends BotApi {

  @POST("getBusinessConnection")
  Call<Envelope<Business>> connection(@Body AskConnection request);

  @POST("getWebhookInfo")
  Call<Envelope<Webhook>> webhook();

  @POST("sendMessage")
  Call<Envelope<Message>> send(@Body SendMessage request);

  record AskConnection(@Json(name = "business_connection_id") String id) {}

  /** Without entities and parse mode: what the owner approved is the text, and nothing else is. */
  record SendMessage(
      @Json(name = "business_connection_id") String connection,
      @Json(name = "chat_id") String chat,
      String text,
      @Json(name = "link_preview_options") LinkPreview linkPreview,
      @Json(name = "reply_parameters") @Nullable Quote quote) {}

  /** On a business connection a reply goes out even when what it quotes is gone. */
  record Quote(@Json(name = "message_id") long message) {}

  /** The address is empty when none is set. */
  record Webhook(@Nullable String url) {}

  record Business(
      @Nullable String id,
      @Nullable User user,
      @Nullable Long date,
      @Json(name = "is_enabled") boolean enabled,
      @Nullable Rights rights) {}

  record Rights(@Json(name = "can_reply") @Nullable Boolean reply) {}

  /** What is said and by whom; what else came with it is told by the names of the fields. */
  record Message(
      @Json(name = "message_id") @Nullable Long id,
      @Nullable User from,
      @Nullable Chat chat,
      @Nullable Long date,
      @Json(name = "edit_date") @Nullable Long editedAt,
      @Nullable String text,
      @Nullable String caption,
      @Json(name = "business_connection_id") @Nullable String connection,
      @Json(name = "is_from_offline") @Nullable Boolean unattended) {}

  record Update(
      @Json(name = "business_connection") @Nullable Business connection,
      @Json(name = "business_message") @Nullable Message message,
      @Json(name = "edited_business_message") @Nullable Message edited) {}
}
