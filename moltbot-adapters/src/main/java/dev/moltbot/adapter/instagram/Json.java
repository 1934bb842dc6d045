package dev.moltbot.adapter.instagram;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads Instagram's JSON; entries of lists one by one. */
final class Json {
  static final Moshi MOSHI = new Moshi.Builder().add(InstagramApi.Raw.class, new Unread()).build();

  private Json() {}

  /** The entry as this record; empty where it is none. */
  static <T> Optional<T> read(InstagramApi.Raw raw, Class<T> type) {
    try {
      return Optional.ofNullable(MOSHI.adapter(type).fromJson(raw.json()));
    } catch (IOException | JsonDataException e) {
      return Optional.empty();
    }
  }

  /** Keeps a value as the text it came as. */
  private static final class Unread extends JsonAdapter<InstagramApi.Raw> {
    @Override
    public InstagramApi.Raw fromJson(JsonReader reader) throws IOException {
      try (BufferedSource value = reader.nextSource()) {
        return new InstagramApi.Raw(value.readUtf8());
      }
    }

    @Override
    public void toJson(JsonWriter writer, InstagramApi.@Nullable Raw raw) {
      throw new UnsupportedOperationException("only read");
    }
  }
}
