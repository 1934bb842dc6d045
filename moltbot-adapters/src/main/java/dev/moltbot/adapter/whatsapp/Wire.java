package dev.moltbot.adapter.whatsapp;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is JSON here: the lines between us and the bridge, described in {@code
 * whatsapp-bridge/README.md}, and what lies in sealed files.
 */
interface Wire {
  /** The version of the protocol that is spoken here. */
  int PROTOCOL = 1;

  /** Longest line in either direction, in bytes without the line's end. */
  int MAX_LINE_BYTES = 4 << 20;

  /** Whatever the bridge may say; which fields are there hangs on the type. */
  record Line(
      @Nullable String type,
      @Nullable Long id,
      @Nullable Integer protocol,
      @Nullable List<String> names,
      @Nullable Map<String, @Nullable String> values,
      @Nullable Message message,
      @Nullable String code,
      @Nullable String connection,
      @Nullable String number,
      @Nullable String identity,
      @Nullable String reason) {}

  /** A message as the bridge hands it over, and as it lies in the spool. */
  record Message(
      @Nullable String chat,
      @Nullable String name,
      @Nullable String text,
      @Nullable Boolean me,
      @Nullable Boolean cut,
      @Nullable Boolean files,
      @Nullable Long at,
      @Nullable @Json(name = "native") String nativeId) {}

  /** Whatever the bridge may be told; read by the one that is played. */
  record Told(
      @Nullable String type,
      @Nullable Long id,
      @Nullable Boolean link,
      @Nullable Map<String, String> values,
      @Nullable String to,
      @Nullable String text,
      @Json(name = "native") @Nullable String nativeId) {}

  /** Some values of a session, as they lie in one file. */
  record Bucket(@Nullable Long version, @Nullable Map<String, String> values) {}

  /** How often each file of values was written. */
  record Versions(@Nullable Map<String, Long> versions) {}

  /** A link that is over, and why. */
  record Over(@Nullable String link, @Nullable String reason) {}

  /** The link that last worked. */
  record Known(@Nullable String link, @Nullable String identity) {}
}
