package dev.moltbot.fake;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a service answers, and how well it does that. */
public record Reply(int status, Map<String, String> headers, String body, Manner manner) {

  /** How an answer reaches its asker. */
  public enum Manner {
    /** As it should. */
    WHOLE,
    /** Half the body, and then the line is dead. */
    CUT,
    /** The request was read whole; no answer, the line is dead. */
    HANG_UP,
    /** No answer, and the line stays open until the service closes. */
    SILENCE
  }

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply json(int status, String body) {
    return new Reply(status, Map.of("Content-Type", "application/json"), body, Manner.WHOLE);
  }

  public static Reply ok(String json) {
    return json(200, json);
  }

  /** Half of an answer. */
  public static Reply cut() {
    String body = "{\"data\":\"" + "x".repeat(10_000) + "\"}";
    return new Reply(200, Map.of("Content-Type", "application/json"), body, Manner.CUT);
  }

  public static Reply hangUp() {
    return new Reply(0, Map.of(), "", Manner.HANG_UP);
  }

  public static Reply silence() {
    return new Reply(0, Map.of(), "", Manner.SILENCE);
  }

  /** The same with a header more. */
  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body, manner);
  }
}
