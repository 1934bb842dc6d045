package dev.moltbot.app.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.flow.AnswerQuestions;
import dev.moltbot.flow.AskApproval;
import dev.moltbot.flow.ClearDoubts;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.flow.Commands;
import dev.moltbot.flow.ContextSources;
import dev.moltbot.flow.DraftReplies;
import dev.moltbot.flow.FollowGateway;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.flow.NoGateway;
import dev.moltbot.flow.NobodyToAsk;
import dev.moltbot.flow.OwnerActions;
import dev.moltbot.flow.Presence;
import dev.moltbot.flow.RecordVerdicts;
import dev.moltbot.flow.SendApproved;
import dev.moltbot.flow.Senders;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.flow.TellOwner;
import dev.moltbot.naming.NameSpellings;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.ContextSource;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.Drafts;
import dev.moltbot.port.GatewayLog;
import dev.moltbot.port.Ids;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Lookalikes;
import dev.moltbot.port.Pause;
import dev.moltbot.port.Questions;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.SendLookup;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Wires the flows by hand, so that the core carries no injection annotation. No {@code if} in here:
 * which modules are installed is settled from configuration before the injector exists.
 */
final class FlowModule extends AbstractModule {
  private final Pace pace;

  FlowModule(Pace pace) {
    this.pace = pace;
  }

  /** Empty until a channel adds one. */
  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), ChannelReader.class);
    Multibinder.newSetBinder(binder(), ChannelSender.class);
    Multibinder.newSetBinder(binder(), SendLookup.class);
    Multibinder.newSetBinder(binder(), ChannelCheck.class);
    Multibinder.newSetBinder(binder(), ContextSource.class);
    OptionalBinder.newOptionalBinder(binder(), Answerer.class)
        .setDefault()
        .toInstance(new NobodyToAsk());
    OptionalBinder.newOptionalBinder(binder(), GatewayLog.class)
        .setDefault()
        .toInstance(new NoGateway());
    bind(ReplyPolicy.class).toInstance(pace.replies());
    bind(ApprovalPolicy.class).toInstance(pace.approvals());
    bind(TriageRules.class).toInstance(pace.rules());
    bind(Pace.class).toInstance(pace);
    bind(Presence.class).toInstance(new Presence());
  }

  @Provides
  @Singleton
  Senders senders(Set<ChannelSender> senders, Set<SendLookup> lookups) {
    return new Senders(senders, lookups);
  }

  @Provides
  @Singleton
  List<CollectMessages> collectors(
      Set<ChannelReader> readers,
      Conversations conversations,
      Accounts accounts,
      TriageRules rules,
      InstantSource time) {
    return readers.stream()
        .sorted(Comparator.comparing(reader -> reader.account().toString()))
        .map(reader -> new CollectMessages(reader, conversations, accounts, rules, time))
        .toList();
  }

  @Provides
  @Singleton
  DraftReplies draftReplies(
      Conversations conversations,
      Drafts drafts,
      Alerts alerts,
      Drafter drafter,
      ContextSources context,
      ReplyPolicy policy,
      Senders senders,
      Ids ids,
      InstantSource time) {
    return new DraftReplies(
        conversations, drafts, alerts, drafter, context, policy, senders, ids, time);
  }

  @Provides
  @Singleton
  ContextSources contextSources(Set<ContextSource> sources, AuditLog audit, InstantSource time) {
    return new ContextSources(sources, audit, time);
  }

  @Provides
  @Singleton
  AskApproval askApproval(
      Approvals approvals,
      Accounts accounts,
      ApprovalDesk desk,
      ApprovalPolicy policy,
      Ids ids,
      InstantSource time) {
    return new AskApproval(approvals, accounts, desk, policy, ids, time);
  }

  @Provides
  @Singleton
  Commands commands(
      Approvals approvals,
      Ledger ledger,
      Pause pause,
      Questions questions,
      Answerer answerer,
      Ids ids,
      InstantSource time) {
    return new Commands(approvals, ledger, pause, questions, answerer, ids, time);
  }

  @Provides
  @Singleton
  AnswerQuestions answerQuestions(
      Questions questions, Answerer answerer, ApprovalDesk desk, InstantSource time) {
    return new AnswerQuestions(questions, answerer, desk, time);
  }

  @Provides
  @Singleton
  OwnerActions ownerActions(
      ApprovalDesk desk,
      Approvals approvals,
      Alerts alerts,
      AuditLog audit,
      Commands commands,
      Senders senders,
      ApprovalPolicy policy,
      Ids ids,
      InstantSource time) {
    return new OwnerActions(desk, approvals, alerts, audit, commands, senders, policy, ids, time);
  }

  @Provides
  @Singleton
  RecordVerdicts recordVerdicts(
      ApprovalDesk desk,
      Accounts accounts,
      OwnerActions actions,
      Presence presence,
      InstantSource time) {
    return new RecordVerdicts(desk, accounts, actions, presence, time);
  }

  @Provides
  @Singleton
  SendApproved sendApproved(Approvals approvals, Senders senders, InstantSource time) {
    return new SendApproved(approvals, senders, time);
  }

  @Provides
  @Singleton
  ClearDoubts clearDoubts(Approvals approvals, Senders senders, Ids ids, InstantSource time) {
    return new ClearDoubts(approvals, senders, ids, pace.betweenLooks(), time);
  }

  @Provides
  @Singleton
  TellOwner tellOwner(Approvals approvals, Alerts alerts, ApprovalDesk desk, InstantSource time) {
    return new TellOwner(approvals, alerts, desk, time);
  }

  @Provides
  @Singleton
  IndexMessages indexMessages(SearchIndex index, InstantSource time) {
    return new IndexMessages(index, time);
  }

  @Provides
  @Singleton
  SuggestMerges suggestMerges(Lookalikes lookalikes, InstantSource time) {
    return new SuggestMerges(lookalikes, new NameSpellings(), time);
  }

  @Provides
  @Singleton
  FollowGateway followGateway(
      GatewayLog log, Refusals refusals, Alerts alerts, InstantSource time) {
    return new FollowGateway(log, refusals, alerts, time);
  }

  @Provides
  @Singleton
  Flows flows(
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
    return new Flows(
        collectors, draft, ask, record, send, clear, tell, answer, index, suggest, gateway);
  }
}
