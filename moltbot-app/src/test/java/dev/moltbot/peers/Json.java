package dev.moltbot.peers;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loose JSON, for talking to peers in their own words. What is absent is empty, never null. */
public record Json(@Nullable Object value) {
  private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

  public static Json parse(String text) {
    try {
      return new Json(whole(ANY.fromJson(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text, e);
    }
  }

  /** Whole numbers as such again; Moshi reads every number as a double. */
  private static @Nullable Object whole(@Nullable Object value) {
    return switch (value) {
      case Double number when number == Math.rint(number) -> number.longValue();
      case List<?> list -> list.stream().map(Json::whole).collect(Collectors.toList());
      case Map<?, ?> object -> {
        var copy = new LinkedHashMap<Object, @Nullable Object>();
        object.forEach((name, member) -> copy.put(name, whole(member)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  public static String of(Object value) {
    return ANY.toJson(value);
  }

  public Json at(String name) {
    return new Json(value instanceof Map<?, ?> object ? object.get(name) : null);
  }

  public List<Json> each() {
    return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
  }

  public boolean present() {
    return value != null;
  }

  public String text() {
    return value == null ? "" : value.toString();
  }

  public long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** This object with one member more, or another value for it. */
  public Json with(String name, @Nullable Object member) {
    var copy = new LinkedHashMap<Object, @Nullable Object>();
    if (value instanceof Map<?, ?> object) {
      object.forEach(copy::put);
    }
    copy.put(name, member);
    return new Json(copy);
  }

  @Override
  public String toString() {
    return ANY.toJson(value);
  }
}
