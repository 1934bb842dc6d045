package dev.moltbot.adapter.telegramexport;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One value of a large file, by itself and under a bound: what is wrong within it is wrong for it
 * alone.
 *
 * @param json its beginning, as much as was read
 * @param value texts, numbers, lists and maps; null when it cannot be read
 * @param trouble why not, or empty
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Values(byte[] json, @Nullable Object value, String trouble) {
  /** A message has at most 4,096 characters, each of which may be an entity. */
  static final int MAX_BYTES = 1 << 20;

  private static final int STEP_BYTES = 8 << 10;

  /**
   * The next value.
   *
   * @throws IOException when the file ends within it or goes on as no JSON does
   */
  static Values next(JsonReader reader) throws IOException {
    Buffer json = new Buffer();
    boolean whole = true;
    try (BufferedSource source = reader.nextSource()) {
      while (json.size() <= MAX_BYTES && source.read(json, STEP_BYTES) >= 0) {
        whole = json.size() <= MAX_BYTES;
      }
    }
    byte[] bytes = json.snapshot().toByteArray();
    return whole ? parsed(json, bytes) : new Values(bytes, null, "is larger than any message");
  }

  private static Values parsed(Buffer json, byte[] bytes) {
    try (JsonReader reader = JsonReader.of(json)) {
      return new Values(bytes, reader.readJsonValue(), "");
    } catch (IOException | JsonDataException e) {
      return new Values(bytes, null, "is no JSON");
    }
  }
}
