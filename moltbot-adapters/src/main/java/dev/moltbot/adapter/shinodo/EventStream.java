package dev.moltbot.adapter.shinodo;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, as HTML's specification has them, as far as MCP uses them. What limits a
 * stream's bytes and time is the client it is read through.
 */
final class EventStream {
  private final BufferedSource source;

  EventStream(BufferedSource source) {
    this.source = source;
  }

  /**
   * One event.
   *
   * @param id empty when the event has none
   * @param retryMillis negative when the event does not say
   */
  record Event(String id, String data, long retryMillis) {}

  /** The next event that says anything; null at the stream's end, where half an event is lost. */
  @Nullable Event next() throws IOException {
    var reading = new Reading();
    @Nullable String line = source.readUtf8Line();
    while (line != null) {
      if (!line.isEmpty()) {
        reading.take(line);
      } else if (reading.something()) {
        return reading.event();
      }
      line = source.readUtf8Line();
    }
    return null;
  }

  private static final class Reading {
    private final StringBuilder data = new StringBuilder();
    private String id = "";
    private long retryMillis = -1;

    void take(String line) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      String bare = value.startsWith(" ") ? value.substring(1) : value;
      switch (field) {
        case "data" -> data.append(data.isEmpty() ? "" : "\n").append(bare);
        case "id" -> id = bare;
        case "retry" -> retryMillis = bare.matches("\\d{1,9}") ? Long.parseLong(bare) : -1;
        default -> {} // A comment, an event's type, or something newer than we are.
      }
    }

    boolean something() {
      return !data.isEmpty() || !id.isEmpty() || retryMillis >= 0;
    }

    Event event() {
      return new Event(id, data.toString(), retryMillis);
    }
  }
}
