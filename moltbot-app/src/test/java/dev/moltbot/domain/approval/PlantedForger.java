package dev.moltbot.domain.approval;

import dev.moltbot.domain.draft.Draft;

/** Breaks a rule on purpose: sits in the right package, and makes a message without an approval. */
final class PlantedForger {
  private PlantedForger() {}

  static OutboundMessage forge(ApprovalId id, Draft draft) {
    return new OutboundMessage(id, draft);
  }
}
