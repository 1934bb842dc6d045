package dev.moltbot.botapi;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One update before anything in it is believed.
 *
 * @param number what an offset counts; -1 where there is none
 * @param json as parsed, in plain maps and lists
 */
public record RawUpdate(long number, Object json) {

  /** The updates of an answer, in its order. */
  public static List<RawUpdate> of(List<Object> updates) {
    return updates.stream().map(json -> new RawUpdate(numberOf(json), json)).toList();
  }

  /** The update in a shape; empty for one in another, which must not hide those around it. */
  public <T> Optional<T> as(JsonAdapter<T> shape) {
    try {
      return Optional.ofNullable(shape.fromJsonValue(json));
    } catch (JsonDataException e) {
      return Optional.empty();
    }
  }

  private static long numberOf(Object json) {
    return json instanceof Map<?, ?> update && update.get("update_id") instanceof Number id
        ? id.longValue()
        : -1;
  }

  /** Not what is in it. */
  @Override
  public String toString() {
    return "RawUpdate[" + number + "]";
  }
}
