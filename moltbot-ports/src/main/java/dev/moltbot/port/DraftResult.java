package dev.moltbot.port;

import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.DraftText;
import java.time.Duration;

/** What a drafter came back with. */
public sealed interface DraftResult {

  /** A reply to put before the owner. */
  record Drafted(Assessment assessment, DraftText reply) implements DraftResult {}

  /** No reply is called for. */
  record NoReply(Assessment assessment) implements DraftResult {}

  /** No reply could be made of this conversation, and asking again would not help. */
  record Declined(String reason) implements DraftResult {}

  /** Not now. */
  record Unavailable(Duration retryAfter, String reason) implements DraftResult {}

  /** Not until the owner does something, which {@code remedy} says. */
  record Stopped(String reason, String remedy) implements DraftResult {}
}
