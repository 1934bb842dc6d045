package dev.moltbot.port;

import dev.moltbot.domain.audit.Verification;
import java.time.Instant;
import java.time.ZoneId;

/** Makes a page of an overview. Thread-safe; reads and writes no file, asks no network. */
public interface ReportWriter {

  /** One HTML page that needs nothing else and asks for nothing. */
  String page(Report report, Reader reader);

  /** What a page tells. Times are shown by the clock of {@code zone}. */
  record Report(Overview overview, Verification audit, Instant madeAt, ZoneId zone) {}

  /** Who is to read it. */
  sealed interface Reader {

    /** The owner: everything as it is. */
    record Owner() implements Reader {}

    /**
     * Anybody: pseudonyms instead of names, no words, no addresses, days instead of moments.
     *
     * @param key keeps pseudonyms the same from report to report, and from being guessed; 64
     *     hexadecimal digits
     */
    record Anybody(String key) implements Reader {
      /** Bytes of a key. */
      public static final int KEY_BYTES = 32;

      public Anybody {
        if (!key.matches("[0-9a-f]{" + 2 * KEY_BYTES + "}")) {
          throw new IllegalArgumentException("a key of " + key.length() + " characters");
        }
      }

      /** Never the key. */
      @Override
      public String toString() {
        return "Anybody";
      }
    }
  }
}
