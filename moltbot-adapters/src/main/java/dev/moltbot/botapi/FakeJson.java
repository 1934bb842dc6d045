package dev.moltbot.botapi;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON as plain maps and lists; whole numbers are longs. */
public final class FakeJson {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  private FakeJson() {}

  public static String write(Object value) {
    return ANY.toJson(value);
  }

  /** A request's parameters, whether it came as JSON or as a form with JSON inside. */
  public static Map<String, Object> parameters(String contentType, String body) throws IOException {
    if (contentType.startsWith("application/json")) {
      return body.isBlank() ? Map.of() : map(read(body));
    }
    Map<String, Object> form = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        form.put(pair.substring(0, equals), formValue(pair.substring(0, equals), value));
      }
    }
    return form;
  }

  public static long number(Map<String, Object> from, String name, long otherwise) {
    Object value = from.get(name);
    return switch (value) {
      case null -> otherwise;
      case Number number -> number.longValue();
      default -> Long.parseLong(value.toString());
    };
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys.
  public static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // Only asked of JSON arrays of objects.
  public static List<Map<String, Object>> maps(@Nullable Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  /** Texts stay as they are, even those that look like JSON. */
  private static Object formValue(String name, String value) throws IOException {
    boolean words = name.equals("text") || name.equals("callback_query_id");
    return !words && (value.startsWith("{") || value.startsWith("[")) ? read(value) : value;
  }

  private static Object read(String json) throws IOException {
    return Objects.requireNonNull(whole(ANY.fromJson(json)), "null body");
  }

  private static @Nullable Object whole(@Nullable Object value) {
    return switch (value) {
      case Double number when number == Math.rint(number) -> number.longValue();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> copy.put(String.valueOf(key), whole(inner)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(inner -> copy.add(whole(inner)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
