package dev.moltbot.fake;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a service sees it.
 *
 * @param parameters of the query and of a form in the body; the last of a name counts
 * @param headers with lower-case names
 */
public record Request(
    String method,
    String path,
    Map<String, String> parameters,
    Map<String, String> headers,
    String body) {

  static Request of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = lower(exchange.getRequestHeaders());
    var parameters = new LinkedHashMap<String, String>();
    addAll(parameters, exchange.getRequestURI().getRawQuery());
    if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
      addAll(parameters, body);
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Map.copyOf(parameters),
        headers,
        body);
  }

  /** Empty when it is not there. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** Empty when it is not there. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static Map<String, String> lower(Headers headers) {
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return Map.copyOf(lower);
  }

  private static void addAll(Map<String, String> parameters, @Nullable String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return;
    }
    for (String pair : encoded.split("&", -1)) {
      String[] both = pair.split("=", 2);
      parameters.put(decoded(both[0]), both.length > 1 ? decoded(both[1]) : "");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
