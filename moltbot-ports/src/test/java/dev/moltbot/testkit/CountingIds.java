package dev.moltbot.testkit;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.port.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up from one, so that a failing test reads the same every time. */
public final class CountingIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public DraftId draft() {
    return new DraftId(next(0xd));
  }

  @Override
  public RequestId request() {
    return new RequestId(next(0xe));
  }

  @Override
  public ApprovalId approval() {
    return new ApprovalId(next(0xa));
  }

  @Override
  public QuestionId question() {
    return new QuestionId(next(0xf));
  }

  private UUID next(long kind) {
    return new UUID(kind, last.incrementAndGet());
  }
}
