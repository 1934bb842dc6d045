package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftDigest;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;

/**
 * Words the owner has approved. A class and not a record, because a public record has a public
 * constructor, and the power to construct one of these is the power to send.
 */
public final class OutboundMessage {
  private final ApprovalId approval;
  private final Draft draft;

  OutboundMessage(ApprovalId approval, Draft draft) {
    this.approval = approval;
    this.draft = draft;
  }

  /** The yes this message stems from; at most one message ever carries it. */
  public ApprovalId approval() {
    return approval;
  }

  /** The account it is sent from. */
  public AccountId account() {
    return draft.to().conversation().account();
  }

  public Destination to() {
    return draft.to();
  }

  public DraftText text() {
    return draft.text();
  }

  public DraftDigest digest() {
    return draft.digest();
  }

  /** Ids only. */
  @Override
  public String toString() {
    return "OutboundMessage[" + approval.value() + ", " + digest().abbreviated() + "]";
  }
}
