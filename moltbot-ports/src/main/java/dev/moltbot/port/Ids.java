package dev.moltbot.port;

import dev.moltbot.domain.approval.ApprovalId;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.question.QuestionId;

/** The only source of ids. Thread-safe. */
public interface Ids {
  DraftId draft();

  RequestId request();

  ApprovalId approval();

  QuestionId question();
}
