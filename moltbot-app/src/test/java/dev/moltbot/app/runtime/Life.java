package dev.moltbot.app.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.domain.approval.ApprovalPolicy;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.flow.Step;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Approvals;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.Drafts;
import dev.moltbot.port.Ids;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Lookalikes;
import dev.moltbot.port.Pause;
import dev.moltbot.port.Questions;
import dev.moltbot.port.Refusals;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.SendLookup;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The flows, wired as the program wires them, over ports that let one life end. */
final class Life {
  /** So much passes whenever nothing moves; five times this is longer than any lease. */
  static final Duration STEP = Duration.ofSeconds(100);

  /** Five times this is shorter than any lease, and longer than an assistant is left to work. */
  static final Duration MOMENT = Duration.ofSeconds(3);

  private static final int QUIET_STEPS = 5;
  private static final int MAX_ROUNDS = 200;

  private static final Pace PACE =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          new ReplyPolicy(Duration.ZERO, Duration.ofDays(3)),
          ApprovalPolicy.DEFAULT,
          new TriageRules(TriageRules.Lists.FOR_INFORMATION));

  private final Flows flows;
  private final SettableTime time;

  Life(Injector stores, ScriptedWorld world, Mortal mortal, boolean canLookUp, Around around) {
    this.time = around.time();
    var outside = new Outside(world, mortal, canLookUp);
    this.flows =
        Guice.createInjector(new FlowModule(PACE), new Inside(stores, mortal, around), outside)
            .getInstance(Flows.class);
  }

  /** What outlives each life, too. */
  record Around(SettableTime time, Ids ids) {}

  /**
   * Pulls every flow in turn until nothing has moved five times over.
   *
   * @param step how much time passes whenever nothing moved
   */
  void run(Duration step) {
    int quiet = 0;
    for (int round = 0; round < MAX_ROUNDS && quiet < QUIET_STEPS; round++) {
      if (round()) {
        quiet = 0;
      } else {
        quiet++;
        time.advance(step);
      }
    }
    if (quiet < QUIET_STEPS) {
      throw new AssertionError("it never came to rest");
    }
  }

  private boolean round() {
    boolean moved = false;
    for (CollectMessages collector : flows.collectors()) {
      moved |= worked(() -> collector.collect(Duration.ZERO));
    }
    moved |= worked(flows.draft()::draft);
    moved |= worked(flows.ask()::ask);
    flows.record().record();
    moved |= worked(flows.send()::send);
    moved |= worked(flows.clear()::clear);
    moved |= worked(flows.tell()::tell);
    moved |= worked(flows.answer()::answer);
    return moved;
  }

  private static boolean worked(Supplier<Step> flow) {
    return flow.get() instanceof Step.Worked;
  }

  private static final class Inside extends AbstractModule {
    private final Injector stores;
    private final Mortal mortal;
    private final Around around;

    Inside(Injector stores, Mortal mortal, Around around) {
      this.stores = stores;
      this.mortal = mortal;
      this.around = around;
    }

    @Override
    protected void configure() {
      bind(InstantSource.class).toInstance(around.time());
      bind(Ids.class).toInstance(around.ids());
      store(Accounts.class);
      store(Alerts.class);
      store(Approvals.class);
      store(AuditLog.class);
      store(Conversations.class);
      store(Drafts.class);
      store(Ledger.class);
      store(Pause.class);
      store(Questions.class);
      store(Refusals.class);
      store(SearchIndex.class);
      store(Lookalikes.class);
    }

    private <T> void store(Class<T> port) {
      bind(port).toInstance(mortal.port(port, stores.getInstance(port)));
    }
  }

  private static final class Outside extends AbstractModule {
    private final ScriptedWorld world;
    private final Mortal mortal;
    private final boolean canLookUp;

    Outside(ScriptedWorld world, Mortal mortal, boolean canLookUp) {
      this.world = world;
      this.mortal = mortal;
      this.canLookUp = canLookUp;
    }

    @Override
    protected void configure() {
      bind(ApprovalDesk.class).toInstance(mortal.port(ApprovalDesk.class, world.new Desk()));
      OptionalBinder.newOptionalBinder(binder(), Answerer.class)
          .setBinding()
          .toInstance(mortal.port(Answerer.class, new ScriptedWorld.Assistant()));
      bind(Drafter.class).toInstance(mortal.port(Drafter.class, new ScriptedWorld.Words()));
      one(ChannelReader.class, world.new Reader());
      one(ChannelSender.class, world.new Sender());
      if (canLookUp) {
        one(SendLookup.class, world.new Lookup());
      }
    }

    private <T> void one(Class<T> port, T real) {
      Multibinder.newSetBinder(binder(), port).addBinding().toInstance(mortal.port(port, real));
    }
  }
}
