package dev.moltbot.embed;

import dev.moltbot.app.runtime.Drain;
import dev.moltbot.app.runtime.Flows;
import dev.moltbot.app.runtime.Loops;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Pause;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Reads channels, drafts replies, shows them at a desk, and sends what was allowed there, word for
 * word. What it is made of is settled by its {@link Builder}; where it stands is in the database,
 * so it may be closed, or die, at any time.
 *
 * <p><b>Threading.</b> Thread-safe. Before {@link #start} it has one daemon thread, which listens
 * to the database, and opens no port.
 */
public final class Assistant implements AutoCloseable {
  private final Moltbot moltbot;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  Assistant(Moltbot moltbot) {
    this.moltbot = moltbot;
  }

  /**
   * Begins to put one together.
   *
   * @param database of PostgreSQL 14 or newer, whose user owns the schema; up to 13 connections are
   *     taken and kept
   */
  public static Builder on(DataSource database) {
    return new Builder(database);
  }

  /**
   * Starts working, on virtual threads, until {@link #close}. Calling it again does nothing. Works
   * only as long as the desk can be reached: an assistant that nobody can stop does nothing.
   */
  public void start() {
    if (started.compareAndSet(false, true)) {
      moltbot.note(new AuditEvent.Started("embedded", "started by its host"));
      moltbot.part(Loops.class).start();
    }
  }

  /**
   * Does on the calling thread all that can be done now, and returns: for a host that has its own
   * rhythm, and for tests. Not to be mixed with {@link #start}.
   *
   * @throws IllegalStateException after {@link #start}
   */
  public void settle() {
    if (started.get()) {
      throw new IllegalStateException("it is running already, at its own pace");
    }
    var drain =
        new Drain(
            moltbot.part(Flows.class), moltbot.part(Ledger.class), (flow, times, total) -> {});
    drain.collect();
    drain.answer();
  }

  /** Stops reading, drafting and sending; outlives a restart. Who did it is on record. */
  public void pause(String by) {
    moltbot.part(Pause.class).pause(by, moltbot.part(InstantSource.class).instant());
  }

  /** Ends {@link #pause}. */
  public void resume(String by) {
    moltbot.part(Pause.class).resume(by, moltbot.part(InstantSource.class).instant());
  }

  /** How many messages, drafts, cards and sends there are; one consistent look. */
  public Ledger.Tally tally() {
    return moltbot.part(Ledger.class).tally();
  }

  /** Whether the record of everything that was done still holds. Reads all of it. */
  public Verification verifyAudit() {
    return moltbot.part(AuditLog.class).verify();
  }

  /**
   * Lets what is under way come to its end, 10 seconds at most for each flow, and gives the
   * connections back. Closing twice is closing once.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (moltbot) {
      if (started.get()) {
        moltbot.part(Loops.class).stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
