package dev.moltbot.app.runtime;

import com.google.inject.Inject;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.flow.Presence;
import dev.moltbot.flow.Step;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Pause;
import dev.moltbot.port.WorkSignal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Runs every flow, each on a virtual thread, until told to stop. */
public final class Loops {
  /** How long a flow may take to come to its end when the program stops. */
  static final Duration DRAIN = Duration.ofSeconds(10);

  /** How long an idle flow sleeps when nothing wakes it. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** How long until an assistant at work is asked about it, when nothing wakes that flow. */
  private static final Duration ANSWERS_IDLE = Duration.ofSeconds(2);

  /** How long what was learned of people may wait until they are compared with all others. */
  private static final Duration SUGGESTIONS_IDLE = Duration.ofHours(1);

  private final Flows flows;
  private final Pace pace;
  private final Presence presence;
  private final Pause pause;
  private final WorkSignal signal;
  private final Loop.Surroundings around;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Inject
  Loops(
      Flows flows,
      Pace pace,
      Presence presence,
      Pause pause,
      WorkSignal signal,
      AuditLog audit,
      Alerts alerts,
      InstantSource time,
      RandomGenerator random) {
    this.flows = flows;
    this.pace = pace;
    this.presence = presence;
    this.pause = pause;
    this.signal = signal;
    this.around = new Loop.Surroundings(audit, alerts, time, random, stopping::get);
  }

  /** Starts every flow. Called once. */
  public void start() {
    BooleanSupplier working = () -> presence.reachable() && !pause.paused();
    Loop.Rest woken = () -> signal.await(IDLE);
    start("record-verdicts", flows.record()::record, () -> true, woken);
    start("tell-owner", flows.tell()::tell, presence::reachable, woken);
    // The owner's own questions are answered while paused, too.
    start(
        "answer-questions",
        flows.answer()::answer,
        presence::reachable,
        () -> signal.await(ANSWERS_IDLE));
    for (CollectMessages collector : flows.collectors()) {
      Duration wait =
          pace.poll().compareTo(ChannelReader.MAX_WAIT) > 0 ? ChannelReader.MAX_WAIT : pace.poll();
      var read = new Interval(() -> collector.collect(wait), pace.poll(), around.time());
      start("collect-messages", read, working, read);
    }
    start("draft-replies", flows.draft()::draft, working, woken);
    start("ask-approval", flows.ask()::ask, working, woken);
    start("send-approved", flows.send()::send, working, woken);
    start("clear-doubts", flows.clear()::clear, working, woken);
    // Touches nothing outside and tells nobody anything, so nothing has to be there for it.
    start("index-messages", flows.index()::index, () -> true, woken);
    var look = new Interval(flows.suggest()::look, SUGGESTIONS_IDLE, around.time());
    start("suggest-merges", look, () -> true, look);
    // Nothing that others do is to keep it from the record.
    var follow = new Interval(flows.gateway()::follow, IDLE, around.time());
    start("follow-gateway", follow, () -> true, follow);
  }

  private void start(String name, Supplier<Step> flow, BooleanSupplier mayRun, Loop.Rest idle) {
    var loop = new Loop(name, flow, mayRun, idle, around);
    loops.add(loop);
    threads.add(Thread.ofVirtual().name(name).start(loop));
  }

  /** Lets a send that is under way come to its end, interrupts all else, and what does not end. */
  public void stop() throws InterruptedException {
    stopping.set(true);
    loops.forEach(Loop::endRest);
    threads.stream().filter(t -> !t.getName().equals("send-approved")).forEach(Thread::interrupt);
    for (Thread thread : threads) {
      if (!thread.join(DRAIN)) {
        thread.interrupt();
      }
    }
  }
}
