package dev.moltbot.example;

import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;

/** Drafts the same answer to everyone; a model would stand here. */
final class CannedDrafter implements Drafter {

  @Override
  public String name() {
    return "canned";
  }

  @Override
  public DraftResult draft(DraftRequest request) {
    var asked = request.conversation().latest().content().text();
    var assessment = new Assessment(Category.NEEDS_REPLY, asked, "en", UntrustedText.NONE, false);
    String about = asked.reveal().contains("parcel") ? "Your parcel" : "Your question";
    return new DraftResult.Drafted(assessment, DraftText.of(about + " is being looked after."));
  }
}
