package dev.moltbot.adapter.desk;

import com.squareup.moshi.Json;
import dev.moltbot.botapi.BotApi;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The methods of the Bot API that only the desk calls. */
interface TelegramApi extends BotApi {

  @POST("sendMessage")
  Call<Envelope<Message>> send(@Body SendMessage request);

  /** The answer is the message or just {@code true}; that it is an answer is enough. */
  @POST("editMessageText")
  Call<Envelope<Object>> editText(@Body EditText request);

  @POST("editMessageReplyMarkup")
  Call<Envelope<Object>> editButtons(@Body EditButtons request);

  @POST("answerCallbackQuery")
  Call<Envelope<Object>> answerTap(@Body AnswerTap request);

  @POST("setMyCommands")
  Call<Envelope<Object>> commands(@Body SetCommands request);

  /** Formatting goes by entities: nothing in the text itself can become formatting or a button. */
  record SendMessage(
      @Json(name = "chat_id") long chat,
      String text,
      List<Entity> entities,
      @Json(name = "link_preview_options") LinkPreview linkPreview,
      @Json(name = "reply_parameters") @Nullable ReplyTo replyTo,
      @Json(name = "reply_markup") @Nullable Keyboard keyboard) {}

  /** An edit without a keyboard takes the buttons away. */
  record EditText(
      @Json(name = "chat_id") long chat,
      @Json(name = "message_id") long message,
      String text,
      List<Entity> entities,
      @Json(name = "link_preview_options") LinkPreview linkPreview,
      @Json(name = "reply_markup") @Nullable Keyboard keyboard) {}

  record EditButtons(
      @Json(name = "chat_id") long chat,
      @Json(name = "message_id") long message,
      @Json(name = "reply_markup") @Nullable Keyboard keyboard) {}

  record AnswerTap(
      @Json(name = "callback_query_id") String query,
      String text,
      @Json(name = "show_alert") boolean alert) {}

  record SetCommands(
      List<Command> commands,
      Scope scope,
      @Json(name = "language_code") @Nullable String language) {}

  record Command(String command, String description) {}

  record Scope(String type, @Json(name = "chat_id") long chat) {}

  record ReplyTo(
      @Json(name = "message_id") long message,
      @Json(name = "allow_sending_without_reply") boolean optional) {}

  record Keyboard(@Json(name = "inline_keyboard") List<List<Key>> rows) {}

  /** A button that tells us something, or one that copies a text on the owner's own device. */
  record Key(
      String text,
      @Json(name = "callback_data") @Nullable String data,
      @Json(name = "copy_text") @Nullable CopyText copy) {}

  /** 1 to 256 characters. */
  record CopyText(String text) {}

  /** Offset and length in UTF-16 units, which are Java's own. */
  record Entity(String type, int offset, int length) {}

  /** Only what decides whether a message counts; {@link Anything} stands for "it was there". */
  record Message(
      @Json(name = "message_id") @Nullable Long id,
      @Nullable User from,
      @Nullable Chat chat,
      @Nullable String text,
      @Json(name = "reply_to_message") @Nullable Message replyTo,
      @Json(name = "edit_date") @Nullable Long editedAt,
      @Json(name = "sender_chat") @Nullable Chat senderChat,
      @Json(name = "via_bot") @Nullable User viaBot,
      @Json(name = "forward_origin") @Nullable Anything forward,
      @Json(name = "forward_date") @Nullable Long forwardedAt,
      @Json(name = "business_connection_id") @Nullable String businessConnection) {}

  record Anything(@Nullable String type) {}

  record Tap(
      @Nullable String id,
      @Nullable User from,
      @Nullable Message message,
      @Json(name = "inline_message_id") @Nullable String inlineMessage,
      @Nullable String data) {}

  record Inline(@Nullable User from) {}

  record Membership(@Nullable User from, @Nullable Chat chat) {}

  record Update(
      @Json(name = "update_id") @Nullable Long id,
      @Nullable Message message,
      @Json(name = "edited_message") @Nullable Message edited,
      @Json(name = "channel_post") @Nullable Message post,
      @Json(name = "edited_channel_post") @Nullable Message editedPost,
      @Json(name = "inline_query") @Nullable Inline inline,
      @Json(name = "callback_query") @Nullable Tap tap,
      @Json(name = "my_chat_member") @Nullable Membership membership) {}
}
