package dev.moltbot.app.runtime;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.port.Ids;
import java.util.UUID;

/** Random ids of 122 bits from the system's secure source. */
final class SystemIds implements Ids {

  @Override
  public DraftId draft() {
    return new DraftId(UUID.randomUUID());
  }

  @Override
  public RequestId request() {
    return new RequestId(UUID.randomUUID());
  }

  @Override
  public ApprovalId approval() {
    return new ApprovalId(UUID.randomUUID());
  }

  @Override
  public QuestionId question() {
    return new QuestionId(UUID.randomUUID());
  }
}
