package dev.moltbot.adapter.desk;

import dev.moltbot.botapi.FakeAnswer;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.botapi.FakeText;
import dev.moltbot.botapi.FakeUpdates;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What each method of the Bot API does, with the errors in Telegram's words. */
final class FakeMethods {
  static final int MAX_CALLBACK_BYTES = 64;
  static final int MAX_COPY_CHARS = 256;
  private static final String OLD_QUERY =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";

  private final FakeChats chats;
  private final FakeUpdates updates;
  private final List<FakeTelegram.Toast> toasts = new CopyOnWriteArrayList<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private volatile long oldestQuery;

  FakeMethods(FakeChats chats, FakeUpdates updates) {
    this.chats = chats;
    this.updates = updates;
  }

  void setWebhook(boolean set) {
    updates.setWebhook(set ? "https://example.org/hook" : "");
  }

  void ageTaps() {
    oldestQuery = FakePeople.lastQuery();
  }

  List<FakeTelegram.Toast> toasts() {
    return List.copyOf(toasts);
  }

  FakeAnswer call(FakeTelegram.Request request) {
    Map<String, Object> parameters = request.parameters();
    return switch (request.method()) {
      case "getMe" -> FakeAnswer.ok(FakeChats.BOT_USER);
      case "getUpdates" -> updates.answer(parameters);
      case "sendMessage" -> send(parameters);
      case "editMessageText" -> edit(parameters, true);
      case "editMessageReplyMarkup" -> edit(parameters, false);
      case "answerCallbackQuery" -> toast(parameters);
      case "setMyCommands", "deleteWebhook" -> FakeAnswer.ok(true);
      default -> FakeAnswer.no(404, "Not Found: method not found");
    };
  }

  List<FakeTelegram.Shown> shown(long chat) {
    List<FakeTelegram.Shown> shown = new ArrayList<>();
    for (Map<String, Object> message : chats.all()) {
      if (FakeChats.chatOf(message) == chat && FakeChats.BOT_USER.equals(message.get("from"))) {
        shown.add(
            new FakeTelegram.Shown(
                FakeChats.id(message),
                String.valueOf(message.get("text")),
                FakeJson.maps(message.get("entities")),
                buttons(message),
                chats.edits(FakeChats.id(message))));
      }
    }
    return shown;
  }

  private FakeAnswer send(Map<String, Object> parameters) {
    String problem = problem(parameters);
    long chat = FakeJson.number(parameters, "chat_id", 0);
    if (problem != null) {
      return FakeAnswer.no(400, problem);
    }
    if (chat <= 0) {
      return FakeAnswer.no(400, "Bad Request: chat not found");
    }
    Map<String, Object> place = Map.of("id", chat, "type", "private", "first_name", "Someone");
    Map<String, Object> message = chats.add(FakeChats.BOT_USER, place, content(parameters));
    long repliedTo =
        FakeJson.number(FakeJson.map(parameters.get("reply_parameters")), "message_id", 0);
    Map<String, Object> replied = chats.find(chat, repliedTo);
    if (replied != null) {
      message.put("reply_to_message", replied);
    }
    return FakeAnswer.ok(message);
  }

  private FakeAnswer edit(Map<String, Object> parameters, boolean withText) {
    long chat = FakeJson.number(parameters, "chat_id", 0);
    Map<String, Object> old = chats.find(chat, FakeJson.number(parameters, "message_id", 0));
    String problem = withText ? problem(parameters) : markupProblem(parameters);
    if (problem != null) {
      return FakeAnswer.no(400, problem);
    }
    if (old == null || !FakeChats.BOT_USER.equals(old.get("from"))) {
      return FakeAnswer.no(400, "Bad Request: message to edit not found");
    }
    Map<String, Object> edited = new LinkedHashMap<>(old);
    edited.remove("reply_markup");
    if (withText) {
      edited.remove("entities");
      edited.putAll(content(parameters));
    } else if (parameters.get("reply_markup") != null) {
      edited.put("reply_markup", parameters.get("reply_markup"));
    }
    if (edited.equals(old)) {
      return FakeAnswer.no(
          400,
          "Bad Request: message is not modified: specified new message content and reply markup"
              + " are exactly the same as a current content and reply markup of the message");
    }
    edited.put("edit_date", chats.now());
    chats.replace(edited);
    return FakeAnswer.ok(edited);
  }

  private FakeAnswer toast(Map<String, Object> parameters) {
    String query = String.valueOf(parameters.get("callback_query_id"));
    String text = parameters.get("text") instanceof String words ? words : "";
    if (text.length() > 200) {
      return FakeAnswer.no(400, "Bad Request: MESSAGE_TOO_LONG");
    }
    if (!query.matches("\\d+")
        || Long.parseLong(query) <= oldestQuery
        || !FakePeople.asked(query)
        || !answered.add(query)) {
      return FakeAnswer.no(400, OLD_QUERY);
    }
    toasts.add(new FakeTelegram.Toast(query, text));
    return FakeAnswer.ok(true);
  }

  private static Map<String, Object> content(Map<String, Object> parameters) {
    FakeText text = FakeText.of(text(parameters), FakeJson.maps(parameters.get("entities")));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("text", text.text());
    if (!text.entities().isEmpty()) {
      content.put("entities", text.entities());
    }
    if (parameters.get("reply_markup") != null) {
      content.put("reply_markup", parameters.get("reply_markup"));
    }
    return content;
  }

  private static @Nullable String problem(Map<String, Object> parameters) {
    String text = text(parameters);
    if (parameters.containsKey("parse_mode")) {
      return "Bad Request: this fake knows entities only";
    }
    List<Map<String, Object>> entities = FakeJson.maps(parameters.get("entities"));
    if (entities.stream().anyMatch(entity -> FakeText.outOfBounds(text, entity))) {
      return "Bad Request: ENTITY_BOUNDS_INVALID";
    }
    String problem = FakeText.of(text, List.of()).problem();
    return problem == null ? markupProblem(parameters) : problem;
  }

  private static @Nullable String markupProblem(Map<String, Object> parameters) {
    for (FakeTelegram.ShownButton button : buttons(parameters)) {
      if (button.label().isEmpty() || !fits(button)) {
        return button.copies()
            ? "Bad Request: BUTTON_COPY_TEXT_INVALID"
            : "Bad Request: BUTTON_DATA_INVALID";
      }
    }
    return null;
  }

  private static boolean fits(FakeTelegram.ShownButton button) {
    int length =
        button.copies()
            ? button.data().codePointCount(0, button.data().length())
            : button.data().getBytes(StandardCharsets.UTF_8).length;
    return length >= 1 && length <= (button.copies() ? MAX_COPY_CHARS : MAX_CALLBACK_BYTES);
  }

  private static List<FakeTelegram.ShownButton> buttons(Map<String, Object> holder) {
    List<FakeTelegram.ShownButton> buttons = new ArrayList<>();
    Map<String, Object> markup = FakeJson.map(holder.get("reply_markup"));
    if (markup.get("inline_keyboard") instanceof List<?> rows) {
      for (Object row : rows) {
        for (Map<String, Object> key : FakeJson.maps(row)) {
          boolean copies = key.containsKey("copy_text");
          Object data =
              copies ? FakeJson.map(key.get("copy_text")).get("text") : key.get("callback_data");
          buttons.add(
              new FakeTelegram.ShownButton(
                  String.valueOf(key.get("text")),
                  data instanceof String words ? words : "",
                  copies));
        }
      }
    }
    return buttons;
  }

  private static String text(Map<String, Object> parameters) {
    return parameters.get("text") instanceof String text ? text : "";
  }
}
