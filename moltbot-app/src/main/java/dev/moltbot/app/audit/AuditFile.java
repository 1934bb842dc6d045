package dev.moltbot.app.audit;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditVerifier;
import dev.moltbot.domain.audit.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exported record: one JSON object a line, with the payload as text, because the hash is over
 * its very characters. Can be checked without a database.
 */
public final class AuditFile {
  private static final JsonAdapter<Map<String, String>> LINE =
      new Moshi.Builder()
          .build()
          .adapter(Types.newParameterizedType(Map.class, String.class, String.class));

  private AuditFile() {}

  /** One entry as a line, without its end. */
  public static String line(AuditEntry entry) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("sequence", Long.toString(entry.sequence()));
    fields.put("at", entry.at().toString());
    fields.put("type", entry.type());
    fields.put("payload", entry.payload());
    fields.put("previous", entry.previous());
    fields.put("hash", entry.hash());
    return LINE.toJson(fields);
  }

  /** Checks an exported file from its first line. */
  public static Verification verify(Path file) {
    var verifier = new AuditVerifier();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      long read = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        read++;
        Optional<AuditEntry> entry = entry(line);
        if (entry.isEmpty()) {
          return new Verification.Broken(read, "is no entry at all, on line " + read);
        }
        if (!verifier.accept(entry.get())) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return verifier.result();
  }

  private static Optional<AuditEntry> entry(String line) {
    try {
      Map<String, String> fields = LINE.fromJson(line);
      return fields == null ? Optional.empty() : Optional.of(entry(fields));
    } catch (IOException | JsonDataException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AuditEntry entry(Map<String, String> fields) {
    return new AuditEntry(
        Long.parseLong(fields.getOrDefault("sequence", "")),
        Instant.parse(fields.getOrDefault("at", "")),
        fields.getOrDefault("type", ""),
        fields.getOrDefault("payload", ""),
        fields.getOrDefault("previous", ""),
        fields.getOrDefault("hash", ""));
  }
}
