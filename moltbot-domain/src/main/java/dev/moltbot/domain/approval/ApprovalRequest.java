package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.DraftDigest;
import dev.moltbot.domain.draft.DraftId;
import java.time.Instant;

/** A question put to the owner about one draft, good until it expires. */
public record ApprovalRequest(
    RequestId id, DraftId draft, DraftDigest digest, Instant askedAt, Instant expiresAt) {

  public ApprovalRequest {
    if (!expiresAt.isAfter(askedAt)) {
      throw new IllegalArgumentException("request expires before it is asked");
    }
  }

  public boolean openAt(Instant now) {
    return now.isBefore(expiresAt);
  }
}
