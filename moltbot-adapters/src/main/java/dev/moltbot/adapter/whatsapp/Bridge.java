package dev.moltbot.adapter.whatsapp;

import dev.moltbot.state.Spool;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one bridge running: starts it when someone needs it, again after it ended, and never where
 * only the owner can help.
 *
 * <p>Thread-safe. Has one thread for each run of a bridge, which ends with it.
 */
final class Bridge implements AutoCloseable {
  private final Parts parts;
  private final String number;
  private final Post post = new Post();
  private final Identity identity;

  private @Nullable Talk talk;
  private String link = "";
  private boolean lasting;
  private boolean asked;
  private boolean closed;
  private long heard;
  private int failures;
  private long restsUntil;

  /**
   * Makes it; nothing is started.
   *
   * @param number of the owner, digits only
   */
  Bridge(Parts parts, String number) {
    this.parts = parts;
    this.number = number;
    this.identity = new Identity(parts.links());
    this.restsUntil = now();
  }

  /** What it works with. */
  record Parts(
      BridgeProgram program,
      Links links,
      LinkLock held,
      Spool inbox,
      Patience patience,
      InstantSource time) {}

  /** Sees to it that a bridge runs, as far as that is up to us; returns how things stand. */
  synchronized Standing tend() {
    try {
      if (!closed) {
        tendLink(parts.links().current().orElse(""));
      }
    } catch (SealedFiles.NotGenuine e) {
      post.set(Endings.notGenuine(String.valueOf(e.getMessage())));
    } catch (BridgeProgram.CannotRun e) {
      post.set(new Standing.Stuck(String.valueOf(e.getMessage()), e.remedy()));
    } catch (IOException e) {
      String why = e.getClass().getSimpleName();
      post.set(new Standing.Waiting("the WhatsApp bridge cannot be started: " + why));
    }
    return post.now();
  }

  private void tendLink(String current) throws IOException {
    Talk running = talk;
    if (running != null && current.equals(link)) {
      watch(running);
    } else if (running != null) {
      running.close("there is a new link");
    } else {
      begin(current);
    }
  }

  private void begin(String current) throws IOException {
    if (!current.equals(link)) {
      link = current;
      lasting = false;
      failures = 0;
      restsUntil = now();
    }
    if (link.isEmpty()) {
      beginWithoutLink();
    } else if (!lasting && now() - restsUntil >= 0) {
      start();
    }
  }

  private void beginWithoutLink() throws IOException {
    if (!parts.program().linksItself()) {
      post.set(Endings.notLinked());
      return;
    }
    link = parts.links().fresh(parts.time().instant());
    parts.links().settle(link);
    start();
  }

  private void start() throws IOException {
    Optional<String> over = parts.links().over(link);
    if (over.isPresent()) {
      end(Endings.of(over.get()));
    } else if (!parts.held().take()) {
      post.set(new Standing.Waiting("another Moltbot uses this WhatsApp link"));
    } else {
      startHeld();
    }
  }

  private void startHeld() throws IOException {
    try {
      SessionStore session = parts.links().session(link);
      Talk fresh = new Talk(parts.program().start(), session, new Ears(), false);
      talk = fresh;
      heard = now();
      asked = false;
      post.set(Standing.CONNECTING);
      Thread.ofPlatform().daemon().name("whatsapp-bridge").start(() -> follow(fresh));
    } finally {
      if (talk == null) {
        parts.held().release();
      }
    }
  }

  private void follow(Talk fresh) {
    String why = "the WhatsApp bridge met a fault of ours";
    try {
      why = fresh.run();
    } finally {
      over(why);
    }
  }

  /** A bridge that hangs is worse than one that ends. */
  private void watch(Talk running) {
    long silent = now() - heard;
    long patience = parts.patience().silence().toNanos();
    if (silent > 2 * patience) {
      running.close("the WhatsApp bridge fell silent");
    } else if (silent > patience && !asked) {
      asked = true;
      running.ping();
    }
  }

  private synchronized void over(String why) {
    talk = null;
    parts.held().release();
    if (!lasting) {
      failures++;
      restsUntil = now() + parts.patience().rest(failures);
      post.set(new Standing.Waiting(why));
    }
  }

  private void end(Standing.Stuck why) {
    lasting = true;
    post.set(why);
  }

  /** The talk to send on, if there is a connection, or one in time. */
  Optional<Talk> connected() throws InterruptedException {
    tend();
    Standing standing = post.settled(parts.patience().connect());
    return standing instanceof Standing.Open ? talk() : Optional.empty();
  }

  private synchronized Optional<Talk> talk() {
    return Optional.ofNullable(talk);
  }

  /** How things stand, without doing anything about it. */
  Standing standing() {
    return post.now();
  }

  /** How things stand once they are not just connecting, or the time is over. */
  Standing settled(Duration wait) throws InterruptedException {
    return post.settled(wait);
  }

  Identity identity() {
    return identity;
  }

  Spool inbox() {
    return parts.inbox();
  }

  /** How long a send may wait for its answer. */
  Duration answer() {
    return parts.patience().answer();
  }

  private long now() {
    return parts.patience().nanos().getAsLong();
  }

  @Override
  public synchronized void close() {
    closed = true;
    post.set(new Standing.Waiting("Moltbot is stopping"));
    if (talk != null) {
      talk.close();
    }
  }

  private synchronized void heardIt() {
    heard = now();
    asked = false;
  }

  private synchronized void opened(String opened, String who) {
    if (!opened.equals(number)) {
      end(Endings.otherNumber());
      if (talk != null) {
        talk.close();
      }
      return;
    }
    failures = 0;
    identity.seen(link, who);
    post.set(Standing.OPEN);
  }

  private synchronized void ended(String reason) {
    end(Endings.of(reason));
    if (Endings.forGood(reason)) {
      try {
        parts.links().over(link, reason);
      } catch (IOException e) {
        // Then it is tried once more by the next process, and ends the same way.
      }
    }
    if (talk != null) {
      talk.close();
    }
  }

  /** What the bridge says while it runs; on its thread. */
  private final class Ears implements Talk.Side {
    @Override
    public void heard() {
      heardIt();
    }

    @Override
    public void keep(Wire.Message message) throws IOException {
      parts.inbox().put(Json.of(message));
    }

    @Override
    public void standing(Standing next) {
      post.set(next);
    }

    @Override
    public void open(String opened, String who) {
      Bridge.this.opened(opened, who);
    }

    @Override
    public void ended(String reason) {
      Bridge.this.ended(reason);
    }
  }
}
