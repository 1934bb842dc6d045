package dev.moltbot.port;

import dev.moltbot.domain.message.Conversation;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Triage;
import java.util.List;

/**
 * A conversation that wants a draft.
 *
 * @param triage of the latest message
 * @param instruction the owner's wish, or empty
 * @param previous the words the owner wants changed, or empty
 * @param lease names this claim; a later claim of the same conversation makes it void
 */
public record DraftTask(
    Conversation conversation,
    Triage triage,
    List<Finding> findings,
    String instruction,
    String previous,
    long lease) {

  public DraftTask {
    findings = List.copyOf(findings);
  }

  /** Whether the owner asked for it, so that no rule may ignore it. */
  public boolean rewrite() {
    return !previous.isEmpty();
  }
}
