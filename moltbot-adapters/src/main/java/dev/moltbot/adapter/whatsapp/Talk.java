package dev.moltbot.adapter.whatsapp;

import dev.moltbot.port.SendOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One run of a bridge, from its start to its end. A bridge that says something that is no line of
 * the protocol is ended: what it said before cannot be trusted more than that.
 *
 * <p>Thread-safe; {@link #run} belongs to one thread.
 */
final class Talk {
  static final String STOPPED = "the WhatsApp bridge stopped before it answered";

  private final BridgeProgram.Running bridge;
  private final SessionStore session;
  private final Side side;
  private final boolean link;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<Long, CompletableFuture<SendOutcome>> sending = new ConcurrentHashMap<>();
  private volatile String end = "the WhatsApp bridge stopped";
  private volatile boolean over;

  /**
   * Makes the talk.
   *
   * @param link whether a phone is to be linked anew
   */
  Talk(BridgeProgram.Running bridge, SessionStore session, Side side, boolean link) {
    this.bridge = bridge;
    this.session = session;
    this.side = side;
    this.link = link;
  }

  /** Who wants to know. Called on the thread of {@link #run}. */
  interface Side {
    /** It said anything at all. */
    default void heard() {}

    /** Keeps the message; durable on return. */
    void keep(Wire.Message message) throws IOException;

    default void code(String code) {}

    void standing(Standing standing);

    /** It is linked and logged in. */
    void open(String number, String identity);

    /** There is no going on, in the bridge's word for it. */
    void ended(String reason);
  }

  /** Listens until it ends; returns why, in the program's own words. */
  String run() {
    var lines = new LineReader(bridge.out(), Wire.MAX_LINE_BYTES);
    try {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        side.heard();
        take(line.get());
      }
    } catch (LineReader.Nonsense e) {
      end = "the WhatsApp bridge said " + e.getMessage();
    } catch (IOException e) {
      // A closed pipe is how most of its ends look from here.
    } finally {
      close();
    }
    return end;
  }

  /** Ends it. */
  void close() {
    over = true;
    bridge.kill();
    sending.forEach((id, outcome) -> outcome.complete(new SendOutcome.Unknown(STOPPED)));
  }

  void close(String why) {
    end = why;
    close();
  }

  /** Asks for a sign of life. Does not wait: a bridge that hangs does not read either. */
  void ping() {
    Map<String, Object> ping = Map.of("type", "ping", "id", lastId.incrementAndGet());
    Thread.ofVirtual().start(() -> tell(ping));
  }

  /**
   * Sends a text to a person; the answer may never come.
   *
   * @param nativeId the message's id, of our own choosing
   */
  CompletableFuture<SendOutcome> send(String to, String text, String nativeId) {
    long id = lastId.incrementAndGet();
    var outcome = new CompletableFuture<SendOutcome>();
    sending.put(id, outcome);
    Map<String, Object> order =
        Map.of("type", "send", "id", id, "to", to, "text", text, "native", nativeId);
    Thread.ofVirtual().start(() -> order(order, outcome));
    return outcome;
  }

  /**
   * Whoever ordered it waits no longer than they want, even where the bridge reads no more; and
   * what they gave up before it was written is not written.
   */
  private void order(Map<String, Object> order, CompletableFuture<SendOutcome> outcome) {
    synchronized (bridge.in()) {
      if (!outcome.isDone() && (!tell(order) || over)) {
        outcome.complete(new SendOutcome.Unknown(STOPPED));
      }
    }
  }

  private void take(String text) throws IOException {
    Wire.Line line =
        Json.read(Wire.Line.class, text)
            .orElseThrow(() -> new LineReader.Nonsense("something that makes no sense"));
    switch (word(line.type())) {
      case "hello" -> hello(line);
      case "state-get" ->
          answer(line, session.values(line.names() == null ? List.of() : line.names()));
      case "state-set" -> keep(line);
      case "message" -> message(line);
      case "sent" -> settle(line, new SendOutcome.Delivered("sent"));
      case "refused" -> settle(line, new SendOutcome.Refused("WhatsApp: " + reason(line)));
      case "unknown" -> settle(line, new SendOutcome.Unknown("WhatsApp: " + reason(line)));
      case "qr" -> side.code(word(line.code()));
      case "state" -> state(line);
      case "ended" -> side.ended(word(line.reason()));
      default -> {}
    }
  }

  private void hello(Wire.Line line) {
    if (line.protocol() == null || line.protocol() != Wire.PROTOCOL) {
      close("the WhatsApp bridge is of another version than Moltbot");
      return;
    }
    tell(Map.of("type", "connect", "link", link));
  }

  private void keep(Wire.Line line) {
    try {
      session.put(line.values() == null ? Map.of() : line.values());
      answer(line, Map.of());
    } catch (IOException e) {
      fail(line, "the session cannot be kept: " + e.getClass().getSimpleName());
    }
  }

  private void message(Wire.Line line) throws IOException {
    if (line.message() == null) {
      throw new LineReader.Nonsense("a message that is none");
    }
    try {
      side.keep(line.message());
      answer(line, Map.of());
    } catch (IOException e) {
      fail(line, "a message cannot be kept: " + e.getClass().getSimpleName());
    }
  }

  /** The bridge ends by itself then; that it does is made sure of. */
  private void fail(Wire.Line line, String why) {
    end = why;
    tell(Map.of("type", "failed", "id", id(line)));
    close();
  }

  private void state(Wire.Line line) {
    switch (word(line.connection())) {
      case "open" -> side.open(word(line.number()), word(line.identity()));
      case "waiting" -> side.standing(new Standing.Waiting("WhatsApp: " + reason(line)));
      default -> side.standing(Standing.CONNECTING);
    }
  }

  private void settle(Wire.Line line, SendOutcome outcome) {
    CompletableFuture<SendOutcome> waiting = sending.remove(id(line));
    if (waiting != null) {
      waiting.complete(outcome);
    }
  }

  private void answer(Wire.Line line, Map<String, String> values) {
    tell(Map.of("type", "answer", "id", id(line), "values", values));
  }

  /** Whether it was written; what becomes of it then is another question. */
  private boolean tell(Map<String, Object> line) {
    try {
      OutputStream in = bridge.in();
      byte[] bytes = (Json.of(line) + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (in) {
        in.write(bytes);
        in.flush();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long id(Wire.Line line) {
    return line.id() == null ? -1 : line.id();
  }

  /** The bridge's words are its own, and still bounded and plain. */
  private static String reason(Wire.Line line) {
    String plain = word(line.reason()).replaceAll("[^ -~]", "");
    return plain.substring(0, Math.min(plain.length(), 100));
  }

  private static String word(@Nullable String word) {
    return word == null ? "" : word;
  }
}
