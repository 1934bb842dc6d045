package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftDigest;
import java.time.Duration;
import java.time.Instant;

/** The owner's yes to exactly one draft, good until it expires. */
public record Approval(ApprovalId id, DraftDigest digest, Instant grantedAt, Instant expiresAt) {
  /** Longest a yes may wait for its message to go out. */
  public static final Duration MAX_LIFETIME = Duration.ofHours(24);

  public Approval {
    if (!expiresAt.isAfter(grantedAt)) {
      throw new IllegalArgumentException("approval expires before it is granted");
    }
    if (Duration.between(grantedAt, expiresAt).compareTo(MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException("approval outlives " + MAX_LIFETIME);
    }
  }

  /** Turns a draft into something sendable, if it is the approved one and the time is right. */
  public Release release(Draft draft, Instant now) {
    if (!draft.digest().equals(digest)) {
      return new Release.Altered(digest, draft.digest());
    }
    if (!now.isBefore(expiresAt)) {
      return new Release.Expired(expiresAt);
    }
    return new Release.Cleared(new OutboundMessage(id, draft));
  }
}
