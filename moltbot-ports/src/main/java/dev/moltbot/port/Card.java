package dev.moltbot.port;

import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Capabilities.Sending;
import java.util.List;

/**
 * All that the owner needs to decide on one draft.
 *
 * @param answering the message the draft answers
 * @param earlier what was said in the conversation before it, oldest first
 * @param author who wrote the words: the drafter's name, or the owner
 * @param note why this card is here again, in the program's words; empty at first sight
 * @param sending who sends the reply: without the program's hand in it, the card offers the words
 *     to copy instead of a yes
 */
public record Card(
    ApprovalRequest request,
    Draft draft,
    InboundMessage answering,
    List<InboundMessage> earlier,
    Category category,
    Assessment assessment,
    Relationship relationship,
    List<Finding> findings,
    String author,
    String note,
    Sending sending) {
  /** Most earlier messages on a card: enough to remember by. */
  public static final int MAX_EARLIER = 3;

  public Card {
    earlier = List.copyOf(earlier);
    findings = List.copyOf(findings);
    if (!request.digest().equals(draft.digest())) {
      throw new IllegalArgumentException("the card would ask about other words than it shows");
    }
  }

  /** Whether the owner sends the reply, and not the program. */
  public boolean byHand() {
    return sending == Sending.BY_HAND;
  }
}
