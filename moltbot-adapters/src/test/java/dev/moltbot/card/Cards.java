package dev.moltbot.card;

import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Capabilities.Sending;
import dev.moltbot.port.Card;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Cards for tests. */
public final class Cards {

  private Cards() {}

  /** A card about a message from Ada, with this number and this reply. */
  public static Card card(int number, String reply) {
    return card(number, "Can we meet on Friday?", reply);
  }

  public static Card card(int number, String message, String reply) {
    return card(number, Messages.fromAda(Messages.account("gmail"), "m" + number, message), reply);
  }

  public static Card card(int number, InboundMessage message, String reply) {
    return card(number, message, reply, "Ada asks to meet.", List.of());
  }

  /** A card with everything the tests look at. */
  public static Card card(
      int number, InboundMessage message, String reply, String summary, List<Finding> findings) {
    Draft draft =
        new Draft(
            new DraftId(new UUID(1, number)),
            message.id(),
            Destination.answering(message),
            DraftText.of(reply));
    return new Card(
        ApprovalPolicy.DEFAULT.ask(
            new RequestId(new UUID(2, number)), draft, Instant.MAX, SettableTime.NOON),
        draft,
        message,
        List.of(),
        Category.NEEDS_REPLY,
        new Assessment(
            Category.NEEDS_REPLY, new UntrustedText(summary), "en", UntrustedText.NONE, false),
        new Relationship.New(),
        findings,
        "test drafter",
        "",
        Sending.DIRECT);
  }

  /** The same about a channel on which only the owner can send. */
  public static Card byHand(int number, String reply) {
    Card card = card(number, reply);
    return new Card(
        card.request(),
        card.draft(),
        card.answering(),
        card.earlier(),
        card.category(),
        card.assessment(),
        card.relationship(),
        card.findings(),
        card.author(),
        card.note(),
        Sending.BY_HAND);
  }
}
