package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp as its bridge presents it, played on loopback: each connection is one run of a bridge.
 * Written from {@code whatsapp-bridge/README.md}. Thread-safe.
 */
final class FakeWhatsapp implements AutoCloseable {
  private static final long STEP_MILLIS = 20;

  private final ServerSocket server;
  private final String number;
  private final Deque<Fate> fates = new ArrayDeque<>();
  private final Map<String, String> standing = new LinkedHashMap<>();
  private final List<Wire.Message> given = new ArrayList<>();
  private final List<Wire.Message> owed = new ArrayList<>();
  private final AtomicInteger sends = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private volatile Manner manner = Manner.LINKED;
  private volatile @Nullable FakeRun run;

  /**
   * Starts it.
   *
   * @param number of the phone it is linked with, digits only
   */
  FakeWhatsapp(String number) {
    this.number = number;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException("no port on loopback", e);
    }
    Thread.ofPlatform().daemon().name("fake-whatsapp").start(this::accept);
  }

  /** What becomes of a send. */
  enum Fate {
    DELIVER,
    REFUSE,
    DELIVER_AND_FAIL,
    BABBLE,
    OVERFLOW,
    HANG_UP,
    SILENCE
  }

  /** How a run goes. */
  enum Manner {
    LINKED,
    /** Shows a code, and is linked at once. */
    SCANNED,
    /** Shows codes that nobody scans. */
    UNSCANNED,
    LOGGED_OUT,
    REPLACED,
    /** Is linked with somebody else's phone. */
    OTHER_NUMBER,
    UNREACHABLE,
    /** Says nothing at all. */
    SILENT,
    OTHER_VERSION
  }

  int port() {
    return server.getLocalPort();
  }

  void goes(Manner next) {
    manner = next;
  }

  Manner manner() {
    return manner;
  }

  synchronized void plan(Fate fate) {
    fates.add(fate);
  }

  /** Ends the run that is on. */
  void hangUp() {
    FakeRun now = run;
    if (now != null) {
      now.close();
    }
  }

  /** Says this line on the run that is on, whatever it is. */
  void says(String line) {
    FakeRun now = run;
    if (now != null) {
      now.say(line);
    }
  }

  /** Someone writes; it is given until it is acknowledged. */
  synchronized void receives(Wire.Message message) {
    given.add(message);
    owed.add(message);
    FakeRun now = run;
    if (now != null) {
      now.give(message);
    }
  }

  /** Gives everything once more, the newest first. */
  synchronized void repeatsItself() {
    for (Wire.Message message : List.copyOf(given).reversed()) {
      FakeRun now = run;
      owed.add(message);
      if (now != null) {
        now.give(message);
      }
    }
  }

  /** How many messages were not acknowledged yet. */
  synchronized int owed() {
    return owed.size();
  }

  /** Texts that stand in chats, by message id: the same id twice is one message. */
  synchronized Map<String, String> standing() {
    return new LinkedHashMap<>(standing);
  }

  int sends() {
    return sends.get();
  }

  int runs() {
    return runs.get();
  }

  String number() {
    return manner == Manner.OTHER_NUMBER ? number + "0" : number;
  }

  /** Which run this is makes who it is, where it was linked anew. */
  String identity() {
    return "identity-" + runs();
  }

  synchronized List<Wire.Message> toGive() {
    return List.copyOf(owed);
  }

  synchronized void acknowledged(Wire.Message message) {
    owed.remove(message);
    if (owed.isEmpty()) {
      notifyAll();
    }
  }

  /** Waits until everything given is acknowledged; whether it was in time. */
  synchronized boolean settle(long millis) throws InterruptedException {
    for (long left = millis; !owed.isEmpty() && left > 0; left -= STEP_MILLIS) {
      wait(STEP_MILLIS);
    }
    return owed.isEmpty();
  }

  /** A send arrived. */
  synchronized Fate arrived(String nativeId, String text) {
    sends.incrementAndGet();
    Fate fate = fates.isEmpty() ? Fate.DELIVER : fates.remove();
    if (fate != Fate.REFUSE && fate != Fate.BABBLE && fate != Fate.OVERFLOW) {
      standing.put(nativeId, text);
    }
    return fate;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        runs.incrementAndGet();
        var now = new FakeRun(this, socket);
        run = now;
        Thread.ofPlatform().daemon().name("fake-bridge").start(now);
      } catch (IOException e) {
        // Closed; the loop ends.
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      hangUp();
    }
  }
}
