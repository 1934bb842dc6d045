package dev.moltbot.port;

import dev.moltbot.domain.draft.DraftRequest;

/**
 * Proposes replies. Has no tools, chooses no recipient, sees one conversation.
 *
 * <p><b>Threading.</b> Thread-safe; blocks.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link DraftResult}.
 *
 * <p><b>Limits.</b> Returns within 120 seconds.
 */
public interface Drafter {

  /** Who drafts, as the owner should see it: a model's name, or that it is a template. */
  String name();

  /** Assesses the conversation and, where it wants one, proposes a reply. */
  DraftResult draft(DraftRequest request);
}
