package dev.moltbot.app.demo;

import com.google.inject.Module;
import dev.moltbot.adapter.template.TemplateModule;
import dev.moltbot.app.runtime.Drain;
import dev.moltbot.app.runtime.Flows;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.runtime.Pace;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Ledger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The main job from a message to a reply, with everything real except the channels' far sides. */
public final class Demo {

  /** Told how far the demo is. */
  public interface Watcher {
    void reading(long messages);

    void answering(String flow, long times, long total);
  }

  /** Where the messages come from, when they do not lie there already. */
  public interface Arrivals {
    /** Everything lies there already. */
    Arrivals NONE =
        new Arrivals() {
          @Override
          public void begin() {}

          @Override
          public long expected() {
            return 0;
          }
        };

    /** Called once, when the channels are up. */
    void begin();

    /** How many messages there will be; fewer are waited for, up to {@link #LONGEST_WAIT}. */
    long expected();
  }

  /** How long messages are waited for that are under way. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Watcher watcher;
  private final LongSupplier nanos;

  public Demo(Watcher watcher, LongSupplier nanos) {
    this.watcher = watcher;
    this.nanos = nanos;
  }

  /**
   * Runs it to the end.
   *
   * @param parts a database, a desk and channels; the drafter is the one without a model
   * @param limit most messages read of each account
   * @param outbox where the channels leave replies, or empty
   */
  public DemoResult run(List<Module> parts, long limit, String outbox) {
    return run(parts, Arrivals.NONE, limit, outbox);
  }

  /** As above, with messages that arrive once it runs. */
  public DemoResult run(List<Module> parts, Arrivals arrivals, long limit, String outbox) {
    var modules = new ArrayList<Module>(parts);
    modules.add(new TemplateModule());
    long started = nanos.getAsLong();
    try (Moltbot moltbot = Moltbot.assemble(Pace.DEMO, modules)) {
      moltbot.note(new AuditEvent.Started("demo", "scripted channels, no model"));
      var received = new AtomicLong();
      var stores = new CountedConversations(moltbot.part(Conversations.class));
      Flows flows = counted(moltbot, stores, limit, received);
      var drain = new Drain(flows, moltbot.part(Ledger.class), watcher::answering);
      long before = nanos.getAsLong();
      arrivals.begin();
      drain.collect();
      while (received.get() < arrivals.expected()
          && nanos.getAsLong() - before < LONGEST_WAIT.toNanos()) {
        drain.collect();
      }
      Duration reading = Duration.ofNanos(nanos.getAsLong() - before);
      drain.answer();
      moltbot.note(new AuditEvent.Stopped("the demo is over"));
      return new DemoResult(
          received.get(),
          stores.duplicates(),
          moltbot.part(Ledger.class).tally(),
          moltbot.part(AuditLog.class).verify(),
          reading,
          Duration.ofNanos(nanos.getAsLong() - started),
          outbox);
    }
  }

  /** The same flows, with readers that count. */
  private Flows counted(Moltbot moltbot, Conversations stores, long limit, AtomicLong received) {
    Flows flows = moltbot.part(Flows.class);
    var collectors =
        moltbot.readers().stream()
            .sorted(Comparator.comparing(reader -> reader.account().toString()))
            .map(reader -> counted(reader, limit, received))
            .map(reader -> collector(moltbot, stores, reader))
            .toList();
    return new Flows(
        collectors,
        flows.draft(),
        flows.ask(),
        flows.record(),
        flows.send(),
        flows.clear(),
        flows.tell(),
        flows.answer(),
        flows.index(),
        flows.suggest(),
        flows.gateway());
  }

  private CountedReader counted(ChannelReader reader, long limit, AtomicLong received) {
    return new CountedReader(reader, limit, n -> watcher.reading(received.addAndGet(n)));
  }

  private static CollectMessages collector(
      Moltbot moltbot, Conversations stores, CountedReader reader) {
    return new CollectMessages(
        reader,
        stores,
        moltbot.part(Accounts.class),
        moltbot.part(TriageRules.class),
        moltbot.part(InstantSource.class));
  }
}
