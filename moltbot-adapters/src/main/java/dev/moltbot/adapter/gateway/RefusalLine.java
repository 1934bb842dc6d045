package dev.moltbot.adapter.gateway;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.egress.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line, as {@code logformat} of {@code security/gateway/squid.conf} has it. */
final class RefusalLine {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);
  private static final String NOTHING = "-";

  /** What Squid calls it when something was allowed, and the other side was not there. */
  private static final Set<String> OUT_OF_REACH =
      Set.of(
          "ERR_DNS_FAIL",
          "ERR_CONNECT_FAIL",
          "ERR_CANNOT_FORWARD",
          "ERR_GATEWAY_FAILURE",
          "ERR_READ_ERROR",
          "ERR_READ_TIMEOUT",
          "ERR_WRITE_ERROR",
          "ERR_ZERO_SIZE_OBJECT");

  private final Map<?, ?> fields;

  private RefusalLine(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * What the line says: one refusal, or none.
   *
   * @throws IOException when it is not such a line
   */
  static List<Refusal> read(String text) throws IOException {
    try {
      if (JSON.fromJson(text) instanceof Map<?, ?> fields) {
        return new RefusalLine(fields).refusal();
      }
      throw new IOException("not an object");
    } catch (JsonDataException e) {
      throw new IOException(e);
    }
  }

  private List<Refusal> refusal() throws IOException {
    String host = text("host");
    String why = text("why");
    String error = text("error");
    boolean refused =
        !why.equals(NOTHING) || (!error.equals(NOTHING) && !OUT_OF_REACH.contains(error));
    // Squid's own short dealings with itself have no host.
    if (!refused || host.equals(NOTHING)) {
      return List.of();
    }
    String reason = why.equals(NOTHING) ? reason(error) : decoded(why);
    return List.of(new Refusal("gateway", caller(), text("method"), named(host), reason));
  }

  private static String reason(String error) {
    return error.equals("ERR_ACCESS_DENIED") ? "not on the allow-list" : error;
  }

  /** Who asks comes in by a door of its own. */
  private String caller() throws IOException {
    String door = text("door");
    return switch (door) {
      case "3128" -> "moltbot";
      case "3129" -> "tokens";
      case "3130" -> "whatsapp";
      default -> "door " + door;
    };
  }

  /** With what TLS was told, where that is another name. */
  private String named(String host) throws IOException {
    String sni = text("sni");
    return sni.equals(NOTHING) || sni.equals(host) ? host : host + " (TLS: " + sni + ")";
  }

  private static String decoded(String why) {
    try {
      return URLDecoder.decode(why.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return why;
    }
  }

  private String text(String field) throws IOException {
    if (fields.get(field) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IOException("no " + field);
  }
}
