package dev.moltbot.example;

import dev.moltbot.domain.approval.Approval;
import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.Release;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.audit.AuditChain;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.AuditVerifier;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Only the domain: a yes that binds words and recipient, and a record nobody can change unseen. */
public final class TwoSignatures {

  private TwoSignatures() {}

  public static void main(String[] args) {
    System.out.println(released("Pay 100.", "Pay 100.", Instant.now()));
    System.out.println(released("Pay 100.", "Pay 900.", Instant.now()));
    System.out.println(recorded(Instant.now()));
  }

  /** What becomes of a draft when the owner said yes to another one. */
  static String released(String approved, String offered, Instant now) {
    var policy = ApprovalPolicy.DEFAULT;
    var request = policy.ask(new RequestId(new UUID(0, 1)), draft(approved), Instant.MAX, now);
    Approval yes = policy.grant(new ApprovalId(new UUID(0, 2)), request, Instant.MAX, now);
    return switch (yes.release(draft(offered), now)) {
      case Release.Cleared(var message) -> "sendable: " + message.text().value();
      case Release.Altered altered -> "withheld: " + altered.reason();
      case Release.Expired expired -> "withheld: " + expired.reason();
    };
  }

  private static Draft draft(String words) {
    var account = new AccountId(new ChannelId("bank"), "me");
    var to =
        new Destination(
            new ConversationId(account, "payments"),
            List.of(new Address("clerk")),
            "",
            Threading.NONE);
    return new Draft(
        new DraftId(new UUID(0, 3)), new MessageId(account, "1"), to, DraftText.of(words));
  }

  /** Writes two events, changes the first, and says what the verifier makes of that. */
  static Verification recorded(Instant now) {
    AuditEntry first = AuditChain.EMPTY.append(new AuditEvent.Paused("owner"), now);
    AuditEntry second = AuditChain.after(first).append(new AuditEvent.Resumed("owner"), now);
    var forged =
        new AuditEntry(
            first.sequence(),
            first.at(),
            "Resumed",
            first.payload(),
            first.previous(),
            first.hash());
    var verifier = new AuditVerifier();
    boolean whole = verifier.accept(forged) && verifier.accept(second);
    return whole ? new Verification.Intact(2, second.hash()) : verifier.result();
  }
}
