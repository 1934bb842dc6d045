package dev.moltbot.adapter.whatsapp;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON in and out of bounded text. Thread-safe. */
final class Json {
  private static final Moshi MOSHI = new Moshi.Builder().build();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class).serializeNulls();

  private Json() {}

  /** One object as text. */
  static String of(Map<String, ? extends @Nullable Object> object) {
    return ANY.toJson(object);
  }

  static String of(Wire.Message message) {
    return MOSHI.adapter(Wire.Message.class).toJson(message);
  }

  /** Empty for what is not such an object. */
  static <T> Optional<T> read(Class<T> type, String text) {
    try {
      return Optional.ofNullable(MOSHI.adapter(type).fromJson(text));
    } catch (IOException | JsonDataException e) {
      return Optional.empty();
    }
  }
}
