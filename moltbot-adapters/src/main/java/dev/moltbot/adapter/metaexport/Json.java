package dev.moltbot.adapter.metaexport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.moltbot.export.ExportFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Pieces of JSON whose shape is not to be trusted. */
final class Json {
  private static final ByteString MARK = ByteString.decodeHex("efbbbf");

  private Json() {}

  /** From the front, without a mark of byte order. Takes the stream over. */
  static JsonReader reader(InputStream in) throws IOException {
    BufferedSource source = Okio.buffer(Okio.source(in));
    if (source.rangeEquals(0, MARK)) {
      source.skip(MARK.size());
    }
    return JsonReader.of(source);
  }

  /** All of a small file. */
  static @Nullable Object whole(ExportFile file) throws IOException {
    try (JsonReader reader = reader(file.open())) {
      return reader.readJsonValue();
    } catch (JsonDataException e) {
      throw new IOException("no JSON that makes sense", e);
    }
  }

  /** The text under the first of these names that has one, as it was meant; else empty. */
  static String text(@Nullable Object object, String... names) {
    for (String name : names) {
      if (get(object, name) instanceof String text && !text.isBlank()) {
        return Repair.text(text);
      }
    }
    return "";
  }

  /** A number under the first of these names that has one, written as text or not; else 0. */
  static long number(@Nullable Object object, String... names) {
    for (String name : names) {
      Object value = get(object, name);
      if (value instanceof Number number) {
        return number.longValue();
      }
      if (value instanceof String text && text.matches("\\d{9,18}")) {
        return Long.parseLong(text);
      }
    }
    return 0;
  }

  static boolean yes(@Nullable Object object, String... names) {
    return List.of(names).stream().anyMatch(name -> Boolean.TRUE.equals(get(object, name)));
  }

  static @Nullable Object get(@Nullable Object object, String name) {
    return object instanceof Map<?, ?> map ? map.get(name) : null;
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** As JSON again, for setting it aside. */
  static String written(@Nullable Object value) {
    return new Moshi.Builder().build().adapter(Object.class).toJson(value);
  }
}
