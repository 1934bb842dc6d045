package dev.moltbot.app.runtime;

import dev.moltbot.flow.AnswerQuestions;
import dev.moltbot.flow.AskApproval;
import dev.moltbot.flow.ClearDoubts;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.flow.DraftReplies;
import dev.moltbot.flow.FollowGateway;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.flow.RecordVerdicts;
import dev.moltbot.flow.SendApproved;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.flow.TellOwner;
import java.util.List;

/** All hops, ready to be pulled. */
public record Flows(
    List<CollectMessages> collectors,
    DraftReplies draft,
    AskApproval ask,
    RecordVerdicts record,
    SendApproved send,
    ClearDoubts clear,
    TellOwner tell,
    AnswerQuestions answer,
    IndexMessages index,
    SuggestMerges suggest,
    FollowGateway gateway) {

  public Flows {
    collectors = List.copyOf(collectors);
  }
}
