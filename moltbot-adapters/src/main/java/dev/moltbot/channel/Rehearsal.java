package dev.moltbot.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays a channel's service on loopback, written from the facts, for {@code demo --wire}. */
@FunctionalInterface
public interface Rehearsal {
  /** For a channel that cannot be rehearsed. */
  Rehearsal NONE = Optional::empty;

  /** Starts the service on a free loopback port. */
  Optional<Stage> open();

  /** The running service. Thread-safe; closing it ends it. */
  interface Stage extends AutoCloseable {

    /** The settings that make the channel talk to this service and to no other. */
    Map<String, String> settings();

    /** Someone writes to the owner. */
    void receives(Line line);

    /** The texts that were sent through the service, in order. */
    List<String> sent();

    @Override
    void close();
  }

  /**
   * One message to the owner.
   *
   * @param address the writer's address, in the channel's own form or close to it
   * @param bulk whether it went to many; only mail can say so
   */
  record Line(String address, String name, String subject, String text, boolean bulk, Instant at) {}
}
