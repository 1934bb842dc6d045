package dev.moltbot.app.inspection.deep;

import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Says yes to a draft as anybody but the owner. The desk is the real one; Telegram is played on
 * this machine, and hands on what a stranger can make it hand on.
 *
 * @param owner the number of the one person who may say yes
 * @param desk the desk that believes a Bot API at this address
 */
public record StrangerDrill(long owner, Function<URI, ApprovalDesk> desk) {
  private static final String YES = "\"message_id\":7,\"date\":1,\"text\":\"approve\"";

  /** By the API's own words: <a href="https://core.telegram.org/bots/api#update">Update</a>. */
  private static final Map<String, String> ACTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("a message", message(from("OTHER"), chat("OTHER"))),
              Map.entry("a message in the owner's chat", message(from("OTHER"), chat("OWNER"))),
              Map.entry("a message with nobody's name", message(chat("OWNER"))),
              Map.entry("a message under the owner's name", message(named(), chat("OWNER"))),
              Map.entry("a message of a bot", message(bot(), chat("OWNER"))),
              Map.entry("the owner's message in a group", message(from("OWNER"), group())),
              Map.entry(
                  "a message in the name of a channel",
                  message(from("OWNER"), chat("OWNER"), "\"sender_chat\":{\"id\":-100}")),
              Map.entry(
                  "a message to the owner's business account",
                  message(from("OWNER"), chat("OWNER"), "\"business_connection_id\":\"b\"")),
              Map.entry(
                  "an edited message", "\"edited_message\":{" + YES + "," + from("OTHER") + "}"),
              Map.entry("a post in a channel", "\"channel_post\":{" + YES + "," + group() + "}"),
              Map.entry("a tap", tap(from("OTHER"), chat("OTHER"))),
              Map.entry("a tap on the owner's card", tap(from("OTHER"), chat("OWNER"))),
              Map.entry("the owner's tap in a group", tap(from("OWNER"), group())),
              Map.entry(
                  "an inline query",
                  "\"inline_query\":{\"id\":\"1\",\"query\":\"approve\"," + from("OTHER") + "}")));

  /** Tries all of it, after the owner's own word, which has to count. */
  public Tried run() {
    try (var telegram = new FakeService(request -> Reply.ok("{\"ok\":true,\"result\":[]}"))) {
      ApprovalDesk asked = desk.apply(telegram.url());
      if (counts(heard(telegram, asked, message(from("OWNER"), chat("OWNER")))) != 1) {
        return new Tried.NotTried("the desk does not hear the owner either");
      }
      List<String> counted = new ArrayList<>();
      for (Map.Entry<String, String> act : ACTS.entrySet()) {
        long count = counts(heard(telegram, asked, act.getValue()));
        if (count < 0) {
          return new Tried.NotTried("the desk stopped listening");
        }
        if (count > 0) {
          counted.add(act.getKey());
        }
      }
      return counted.isEmpty()
          ? new Tried.Refused(ACTS.size() + " acts of strangers, none of them counted")
          : new Tried.WentThrough("the desk takes for the owner's: " + String.join(", ", counted));
    }
  }

  private Heard heard(FakeService telegram, ApprovalDesk asked, String act) {
    String update =
        act.replace("OWNER", Long.toString(owner)).replace("OTHER", Long.toString(owner + 1));
    telegram.next(
        request -> true, Reply.ok("{\"ok\":true,\"result\":[{\"update_id\":1," + update + "}]}"));
    return asked.listen(Cursor.START, Duration.ZERO);
  }

  /** How many acts were taken for the owner's; negative when nothing could be heard. */
  private static long counts(Heard heard) {
    return heard instanceof Heard.Actions(var actions, var next)
        ? actions.stream().filter(act -> !(act instanceof OwnerAction.Stranger)).count()
        : -1;
  }

  private static String message(String... parts) {
    return "\"message\":{" + YES + "," + String.join(",", parts) + "}";
  }

  private static String tap(String who, String where) {
    return "\"callback_query\":{\"id\":\"1\",\"data\":\""
        + "A".repeat(56)
        + "\","
        + who
        + ",\"message\":{\"message_id\":7,\"date\":1,"
        + where
        + "}}";
  }

  private static String from(String id) {
    return "\"from\":{\"id\":" + id + ",\"is_bot\":false,\"first_name\":\"A\"}";
  }

  private static String named() {
    return "\"from\":{\"id\":OTHER,\"is_bot\":false,\"first_name\":\"OWNER\",\"username\":\"OWNER\"}";
  }

  private static String bot() {
    return "\"from\":{\"id\":OWNER,\"is_bot\":true,\"first_name\":\"A\"}";
  }

  private static String chat(String id) {
    return "\"chat\":{\"id\":" + id + ",\"type\":\"private\",\"first_name\":\"A\"}";
  }

  private static String group() {
    return "\"chat\":{\"id\":-1001,\"type\":\"supergroup\",\"title\":\"A\"}";
  }
}
