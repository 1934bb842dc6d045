package dev.moltbot.peers;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * telegram-test-api with a private chat between one bot and one person, behind a shim that adds
 * what the Bot API has and the emulator lacks: long polling; updates kept until acknowledged by
 * offset; a result of an edit and of an answered tap; edits that take buttons away; menu commands;
 * dates in seconds.
 */
public final class TelegramPeer implements AutoCloseable {
  /** Methods the emulator does not know, and which leave no trace a test would look at. */
  private static final Set<String> WITHOUT_TRACE =
      Set.of("setMyCommands", "deleteMyCommands", "setChatMenuButton");

  /** Longest a poll is held, in milliseconds; a test has no use for the real 50 seconds. */
  private static final long MAX_POLL_MILLIS = 5_000;

  private final Peer peer = Peer.start("telegram", p -> List.of("telegram.js", String.valueOf(p)));
  private final BotShim shim = new BotShim(peer.url());
  private final String token;
  private final long person;

  public TelegramPeer(String token, long person) {
    this.token = token;
    this.person = person;
  }

  /** What a bot has for {@code https://api.telegram.org/}. */
  public URI url() {
    return shim.url();
  }

  public void says(String text) {
    shim.post("sendMessage", message().with("text", text));
  }

  public void repliesTo(long messageId, String text) {
    Json original = new Json(Map.of("message_id", messageId, "chat", chat(), "text", ""));
    shim.post(
        "sendMessage", message().with("text", text).with("reply_to_message", original.value()));
  }

  public void taps(Card card, String label) {
    Json message = new Json(Map.of("message_id", card.id(), "chat", chat(), "date", 1_700_000_000));
    String data = card.buttons().getOrDefault(label, "");
    shim.post(
        "sendCallback",
        message().with("message", message.value()).with("data", data).with("chat_instance", "1"));
  }

  /** Everything the bot has on the screen, oldest first. */
  public List<Card> screen() {
    return shim
        .post("getUpdatesHistory", new Json(Map.of("token", token)))
        .at("result")
        .each()
        .stream()
        .filter(update -> update.at("message").at("chat_id").present())
        .map(TelegramPeer::card)
        .sorted(Comparator.comparingLong(Card::id))
        .toList();
  }

  @Override
  public void close() {
    shim.close();
    peer.close();
  }

  private Json message() {
    var from = Map.of("id", person, "is_bot", false, "first_name", "Olena");
    return new Json(Map.of("botToken", token, "from", from, "chat", chat(), "date", 1_700_000_000));
  }

  private Map<String, Object> chat() {
    return Map.of("id", person, "type", "private");
  }

  private static Card card(Json update) {
    Json message = update.at("message");
    var buttons = new ConcurrentSkipListMap<String, String>();
    for (Json row : message.at("reply_markup").at("inline_keyboard").each()) {
      row.each().forEach(key -> buttons.put(key.at("text").text(), key.at("callback_data").text()));
    }
    return new Card(update.at("messageId").number(), message.at("text").text(), buttons);
  }

  /**
   * A message of the bot as it stands on the screen.
   *
   * @param buttons label to callback data
   */
  public record Card(long id, String text, Map<String, String> buttons) {}

  private static final class BotShim extends Shim {
    private final ConcurrentSkipListMap<Long, Json> unacknowledged = new ConcurrentSkipListMap<>();

    BotShim(URI peer) {
      super(peer);
    }

    @Override
    MockResponse answer(RecordedRequest request) {
      String target = request.getTarget().substring(1);
      String method = target.substring(target.lastIndexOf('/') + 1);
      if (WITHOUT_TRACE.contains(method)) {
        return ok(true);
      }
      return switch (method) {
        case "getUpdates" -> updates(target, body(request));
        case "answerCallbackQuery" -> ok(true);
        case "editMessageText", "editMessageReplyMarkup" -> edited(target, body(request));
        case "sendMessage" -> sent(post(target, body(request)));
        case "getMe" -> json(ofBot(post(target, body(request))));
        default -> forwarded(request, target);
      };
    }

    private MockResponse updates(String target, Json poll) {
      unacknowledged.headMap(poll.at("offset").number()).clear();
      long deadline =
          System.nanoTime()
              + Math.min(poll.at("timeout").number() * 1_000, MAX_POLL_MILLIS) * 1_000_000;
      do {
        for (Json update : post(target, Json.parse("{}")).at("result").each()) {
          unacknowledged.put(update.at("update_id").number(), update);
        }
        if (unacknowledged.isEmpty()) {
          Peer.pause();
        }
      } while (unacknowledged.isEmpty() && System.nanoTime() < deadline);
      return ok(unacknowledged.values().stream().map(Json::value).toList());
    }

    private MockResponse edited(String target, Json edit) {
      boolean bare = !edit.at("reply_markup").present();
      var empty = Map.of("inline_keyboard", List.of());
      post(target, bare ? edit.with("reply_markup", empty) : edit);
      return ok(
          Map.of(
              "message_id",
              edit.at("message_id").number(),
              "date",
              Instant.EPOCH.getEpochSecond(),
              "chat",
              Map.of("id", edit.at("chat_id").number(), "type", "private")));
    }

    private static MockResponse sent(Json answer) {
      Json message = answer.at("result");
      return ok(message.with("date", message.at("date").number() / 1_000).value());
    }

    private static Json ofBot(Json answer) {
      return answer.with("result", answer.at("result").with("is_bot", true).value());
    }

    private static MockResponse ok(@Nullable Object result) {
      return json(new Json(Map.of("ok", true)).with("result", result));
    }
  }
}
