package dev.moltbot.torture;

import com.google.inject.Module;
import dev.moltbot.adapter.console.ConsoleConfig;
import dev.moltbot.adapter.console.ConsoleModule;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.template.TemplateModule;
import dev.moltbot.app.demo.Demo;
import dev.moltbot.app.demo.DemoResult;
import dev.moltbot.app.runtime.Drain;
import dev.moltbot.app.runtime.Flows;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.runtime.Pace;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Ledger;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Moltbot on a database of its own, with an owner who never answers. */
final class Rig implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final Module stores = database.stores();

  /** A start: whatever is in the database stays, and all else is new. */
  Moltbot start(Module channel) {
    return Moltbot.assemble(
        Pace.DEMO, List.of(stores, channel, new TemplateModule(), silentOwner()));
  }

  /** The demo on this channel; whatever is in the database stays. */
  DemoResult demo(Module channel, long limit) {
    var demo = new Demo(new Unwatched(), () -> 0L);
    return demo.run(List.of(stores, channel, silentOwner()), limit, "");
  }

  /** Why mails were set aside, shortest first. */
  String reasons() throws SQLException {
    return database.asOwner(
        "select string_agg(reason, '; ' order by length(reason)) from quarantine");
  }

  private record Unwatched() implements Demo.Watcher {
    @Override
    public void reading(long messages) {}

    @Override
    public void answering(String flow, long times, long total) {}
  }

  static Drain hops(Moltbot moltbot) {
    return new Drain(
        moltbot.part(Flows.class), moltbot.part(Ledger.class), (hop, times, total) -> {});
  }

  static Ledger.Tally tally(Moltbot moltbot) {
    return moltbot.part(Ledger.class).tally();
  }

  static boolean recordHolds(Moltbot moltbot) {
    return moltbot.part(AuditLog.class).verify().valid();
  }

  private static Module silentOwner() {
    var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var in = new BufferedReader(new StringReader(""));
    return new ConsoleModule(new ConsoleConfig(out, in, false, false, ZoneOffset.UTC));
  }

  @Override
  public void close() {
    database.close();
  }
}
