package dev.moltbot.app.channels;

import dev.moltbot.port.AccountState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a channel stands. Defined here once, for every command that says so. */
public sealed interface Standing {
  /** After this long without a message a channel is worth a look. */
  Duration QUIET = Duration.ofDays(7);

  /**
   * The owner did not begin to set it up.
   *
   * @param missing names of the settings it needs
   */
  record NotConfigured(List<String> missing) implements Standing {
    public NotConfigured {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Set up, and not so that it could run.
   *
   * @param problems one line each; no values in them
   */
  record Misconfigured(List<String> problems) implements Standing {
    public Misconfigured {
      problems = List.copyOf(problems);
    }
  }

  /** Set up; nothing of it was ever stored. */
  record NeverRead() implements Standing {}

  record Working() implements Standing {}

  /** Works as far as anybody can tell, and nothing came for long. A warning, no fault. */
  record Quiet(Duration since) implements Standing {}

  /** Waits for the owner. */
  record Stopped(String reason, String remedy) implements Standing {}

  /** Of a channel that is set up. */
  static Standing of(@Nullable AccountState state, Instant now) {
    if (state == null) {
      return new NeverRead();
    }
    if (!state.stopped().isEmpty()) {
      return new Stopped(state.stopped(), state.remedy());
    }
    Instant last = state.lastRead() == null ? state.cursorAt() : state.lastRead();
    if (last == null) {
      return new NeverRead();
    }
    Duration since = Duration.between(last, now);
    return since.compareTo(QUIET) >= 0 ? new Quiet(since) : new Working();
  }

  /** The state's name, the same in tables and in JSON. */
  default String word() {
    return switch (this) {
      case NotConfigured none -> "not-configured";
      case Misconfigured wrong -> "misconfigured";
      case NeverRead never -> "never-read";
      case Working working -> "working";
      case Quiet quiet -> "quiet";
      case Stopped stopped -> "stopped";
    };
  }

  /** Whether nothing goes on without the owner. */
  default boolean needsOwner() {
    return switch (this) {
      case Misconfigured wrong -> true;
      case Stopped stopped -> true;
      case NotConfigured none -> false;
      case NeverRead never -> false;
      case Working working -> false;
      case Quiet quiet -> false;
    };
  }
}
