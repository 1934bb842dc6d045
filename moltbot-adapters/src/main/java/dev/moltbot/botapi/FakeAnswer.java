package dev.moltbot.botapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of a played Bot API, in its envelope. */
public record FakeAnswer(int status, String body) {

  /** It worked. */
  public static FakeAnswer ok(Object result) {
    return new FakeAnswer(200, FakeJson.write(Map.of("ok", true, "result", result)));
  }

  /** It did not, in Telegram's words. */
  public static FakeAnswer no(int code, String description) {
    return no(code, description, Map.of());
  }

  /** The same with parameters, such as {@code retry_after}. */
  public static FakeAnswer no(int code, String description, Map<String, ?> parameters) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("ok", false);
    envelope.put("error_code", code);
    envelope.put("description", description);
    if (!parameters.isEmpty()) {
      envelope.put("parameters", parameters);
    }
    return new FakeAnswer(code, FakeJson.write(envelope));
  }
}
