package dev.moltbot.adapter.whatsapp;

import dev.moltbot.adapter.whatsapp.Wire.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One run of the bridge that {@link FakeWhatsapp} plays: the lines of the protocol, and faults. */
final class FakeRun implements Runnable, AutoCloseable {
  private static final String CREDS = "creds";

  private final FakeWhatsapp whatsapp;
  private final Socket socket;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, Wire.Message> asked = new ConcurrentHashMap<>();
  private volatile boolean open;
  private volatile boolean linking;

  FakeRun(FakeWhatsapp whatsapp, Socket socket) {
    this.whatsapp = whatsapp;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket) {
      var lines = new LineReader(socket.getInputStream(), Wire.MAX_LINE_BYTES);
      hello();
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        take(Json.read(Told.class, line.get()).orElseThrow());
      }
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  private void hello() {
    switch (whatsapp.manner()) {
      case SILENT -> {}
      case OTHER_VERSION -> say(Map.of("type", "hello", "protocol", Wire.PROTOCOL + 1));
      default -> say(Map.of("type", "hello", "protocol", Wire.PROTOCOL));
    }
  }

  private void take(Told line) {
    if (whatsapp.manner() == FakeWhatsapp.Manner.SILENT) {
      return;
    }
    switch (String.valueOf(line.type())) {
      case "connect" -> {
        linking = Boolean.TRUE.equals(line.link());
        say(Map.of("type", "state-get", "id", 0, "names", List.of(CREDS)));
      }
      case "answer" -> answered(line);
      case "send" -> send(line);
      case "ping" -> say(Map.of("type", "pong", "id", id(line)));
      default -> {}
    }
  }

  private void answered(Told line) {
    if (id(line) > 0) {
      Wire.Message message = asked.remove(id(line));
      if (message != null) {
        whatsapp.acknowledged(message);
      }
    } else if (!open) {
      begin(line.values() == null ? null : line.values().get(CREDS));
    }
  }

  private void begin(@Nullable String creds) {
    switch (whatsapp.manner()) {
      case UNSCANNED -> {
        code();
        ended("not-scanned", 408);
      }
      case LOGGED_OUT -> ended("logged-out", 401);
      case REPLACED -> ended("replaced", 440);
      case UNREACHABLE ->
          say(
              Map.of(
                  "type",
                  "state",
                  "connection",
                  "waiting",
                  "wait",
                  500,
                  "reason",
                  "no connection"));
      default -> {
        if (linking) {
          code();
        }
        open(creds == null ? whatsapp.identity() : creds);
      }
    }
  }

  private void open(String identity) {
    open = true;
    say(Map.of("type", "state-set", "id", 0, "values", Map.of(CREDS, identity)));
    say(
        Map.of(
            "type",
            "state",
            "connection",
            "open",
            "number",
            whatsapp.number(),
            "identity",
            identity));
    whatsapp.toGive().forEach(this::give);
  }

  private void code() {
    say(
        Map.of(
            "type", "qr", "code", "https://wa.me/settings/linked_devices#ref,noise,identity,adv"));
  }

  private void ended(String reason, int code) {
    say(Map.of("type", "ended", "reason", reason, "code", code));
  }

  /** Hands a message over, if it is connected; else it is given when it is. */
  void give(Wire.Message message) {
    if (open) {
      long id = lastId.incrementAndGet();
      asked.put(id, message);
      say("{\"type\":\"message\",\"id\":" + id + ",\"message\":" + Json.of(message) + "}");
    }
  }

  private void send(Told line) {
    long id = id(line);
    switch (whatsapp.arrived(String.valueOf(line.nativeId()), String.valueOf(line.text()))) {
      case DELIVER -> say(Map.of("type", "sent", "id", id));
      case REFUSE -> say(Map.of("type", "refused", "id", id, "reason", "error 463"));
      case DELIVER_AND_FAIL ->
          say(Map.of("type", "unknown", "id", id, "reason", "no answer in time"));
      case BABBLE -> say("<html>502</html>");
      case OVERFLOW -> say("\"" + "x".repeat(Wire.MAX_LINE_BYTES + 1) + "\"");
      case HANG_UP -> close();
      case SILENCE -> {}
    }
  }

  private void say(Map<String, Object> line) {
    say(Json.of(line));
  }

  void say(String line) {
    try {
      OutputStream out = socket.getOutputStream();
      synchronized (out) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long id(Told line) {
    return line.id() == null ? -1 : line.id();
  }
}
