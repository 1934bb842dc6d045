package dev.moltbot.warden;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.egress.Addressee;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Key;
import dev.moltbot.domain.egress.Rule;
import dev.moltbot.domain.egress.Ruling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is ours: it shows our key, and goes to the owner or to somebody who wrote to
 * us. What cannot be read is refused. Thread-safe.
 */
final class Judge {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final AllowList list;
  private final Pins pins;
  private final Memory memory;

  Judge(AllowList list, Pins pins, Memory memory) {
    this.list = list;
    this.pins = pins;
    this.memory = memory;
  }

  /** Why it is refused; empty when it is not. In words of our own, with nothing of the request. */
  String refusal(Asked asked) {
    return switch (list.ruling(
        asked.caller(), asked.method(), asked.host(), asked.port(), asked.path())) {
      case Ruling.Refused(String why) -> why;
      case Ruling.Allowed(Endpoint endpoint, List<Rule> rules) -> byRules(endpoint, rules, asked);
    };
  }

  /** One rule that it keeps is enough; else what the last of them says. */
  private String byRules(Endpoint endpoint, List<Rule> rules, Asked asked) {
    String why = "";
    for (Rule rule : rules) {
      why = wrongKey(endpoint, rule, asked);
      why = why.isEmpty() ? wrongChat(rule, asked) : why;
      if (why.isEmpty()) {
        return "";
      }
    }
    return why;
  }

  private String wrongKey(Endpoint endpoint, Rule rule, Asked asked) {
    String setting = rule.path().setting();
    if (!setting.isEmpty() && !pins.is(setting, asked.bot())) {
      return "the token in the path is not the pinned " + setting;
    }
    boolean ours =
        endpoint.keys().isEmpty() || endpoint.keys().stream().anyMatch(key -> ours(key, asked));
    return ours ? "" : "the request shows a key that is not ours";
  }

  private boolean ours(Key key, Asked asked) {
    String value = asked.head().only(key.header());
    String shown = value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value;
    if (shown.isEmpty()) {
      return false;
    }
    return switch (key.source()) {
      case Key.Source.Set(String setting) -> pins.is(setting, shown);
      case Key.Source.GrantedBy(String host) -> memory.wasGranted(host, shown);
    };
  }

  private String wrongChat(Rule rule, Asked asked) {
    if (rule.to() instanceof Addressee.Anybody) {
      return "";
    }
    String chat = chat(asked);
    if (chat.isEmpty()) {
      return "the request does not name its chat in a JSON body, once";
    }
    return switch (rule.to()) {
      case Addressee.Anybody anybody -> "";
      case Addressee.Owner(String setting) ->
          pins.is(setting, chat) ? "" : "the chat is not the pinned " + setting;
      case Addressee.WroteToUs wrote ->
          memory.knows(asked.bot(), chat) ? "" : "nobody wrote to us from that chat";
    };
  }

  /** In the body alone: with a query beside it, whom it is for would be the service's choice. */
  private static String chat(Asked asked) {
    boolean json = asked.head().only("content-type").startsWith("application/json");
    if (!json || !asked.query().isEmpty() || !(read(asked.text()) instanceof Map<?, ?> body)) {
      return "";
    }
    return id(body.get("chat_id"));
  }

  /** Takes note of what an answer shows: who wrote, and which token was handed out. */
  void learn(Asked asked, String answer) throws IOException {
    boolean grants =
        list.endpoints().stream()
            .flatMap(one -> one.keys().stream())
            .anyMatch(key -> key.source().equals(new Key.Source.GrantedBy(asked.host())));
    Object read = read(answer);
    if (grants
        && read instanceof Map<?, ?> body
        && body.get("access_token") instanceof String token) {
      memory.granted(asked.host(), token);
    }
    if (!asked.bot().isEmpty() && asked.path().endsWith("/getUpdates")) {
      writers(asked.bot(), read);
    }
  }

  /** Wherever a chat stands in an update, it is one that the update came from. */
  private void writers(String bot, @Nullable Object part) throws IOException {
    if (part instanceof Map<?, ?> map) {
      if (map.get("chat") instanceof Map<?, ?> chat && !id(chat.get("id")).isEmpty()) {
        memory.wrote(bot, id(chat.get("id")));
      }
      for (Object value : map.values()) {
        writers(bot, value);
      }
    } else if (part instanceof List<?> parts) {
      for (Object value : parts) {
        writers(bot, value);
      }
    }
  }

  /** JSON has only doubles here; ids are whole and below 2^53, as Telegram promises. */
  private static String id(@Nullable Object value) {
    if (value instanceof Double number
        && number == Math.rint(number)
        && Math.abs(number) < 1L << 53) {
      return Long.toString(number.longValue());
    }
    return value instanceof String text && text.matches("-?[0-9]{1,19}") ? text : "";
  }

  /** Nothing for what is no JSON, or has a name twice. */
  private static @Nullable Object read(String text) {
    try {
      return JSON.fromJson(text);
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }
}
