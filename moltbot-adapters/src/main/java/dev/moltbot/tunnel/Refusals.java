package dev.moltbot.tunnel;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Adds lines to Squid's file of refusals, in Squid's own form, so that Moltbot reads them with the
 * others. The file is opened for each: Squid puts it aside when it grows. Thread-safe.
 */
final class Refusals {
  /** How long Squid may take for a new file, in tries of {@value #PAUSE_MILLIS} ms. */
  private static final int TRIES = 20;

  private static final long PAUSE_MILLIS = 100;
  private static final JsonAdapter<Line> JSON = new Moshi.Builder().build().adapter(Line.class);

  private final Path file;

  Refusals(Path file) {
    this.file = file;
  }

  /** As {@code logformat} of {@code security/gateway/squid.conf} has it. */
  public record Line(
      String at,
      String door,
      String method,
      String host,
      String sni,
      int status,
      String why,
      String error) {}

  /** Whoever cannot be told of it here is told by the gateway's own log. */
  void note(int door, ConnectRequest asked, String sni, Refused why, Instant now) {
    var line =
        new Line(
            now.truncatedTo(ChronoUnit.MILLIS).toString(),
            Integer.toString(door),
            asked.method(),
            asked.host(),
            sni,
            403,
            why.why().replace("%", "%25"),
            "ERR_ACCESS_DENIED");
    try {
      append((JSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      System.err.println("tunnel: a refusal is not in " + file + ": " + e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never makes the file: who may read it is Squid's matter. */
  private void append(byte[] line) throws IOException, InterruptedException {
    for (int left = TRIES; ; left--) {
      try {
        Files.write(file, line, StandardOpenOption.APPEND);
        return;
      } catch (NoSuchFileException e) {
        if (left == 0) {
          throw e;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }
}
