package dev.moltbot.app.command;

import com.google.inject.Module;
import dev.moltbot.adapter.console.ConsoleConfig;
import dev.moltbot.adapter.console.ConsoleModule;
import dev.moltbot.adapter.mailbox.MailboxConfig;
import dev.moltbot.adapter.mailbox.MailboxModule;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.adapter.scripted.ScriptedConfig;
import dev.moltbot.adapter.scripted.ScriptedModule;
import dev.moltbot.app.demo.Demo;
import dev.moltbot.app.demo.DemoResult;
import dev.moltbot.app.demo.DemoScript;
import dev.moltbot.app.demo.Scratch;
import dev.moltbot.app.demo.Stages;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.message.InboundMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot demo}. */
@Command(
    name = "demo",
    description =
        "Watch the whole job on an embedded database, without credentials: messages come in,"
            + " replies are drafted from templates, you approve, they go out.")
final class DemoCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--yes", description = "Approve every draft.")
  private boolean yes;

  @Option(
      names = "--mail",
      paramLabel = "FILE",
      description = "Use a real mailbox instead (mbox, or mbox.gz).")
  private @Nullable Path mail;

  @Option(
      names = "--wire",
      description =
          "Use each channel's own code, over real HTTP, in front of its service played on this"
              + " machine.")
  private boolean wire;

  @Option(names = "--limit", paramLabel = "N", description = "Read at most N mails of it.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--owner",
      paramLabel = "ADDRESS",
      description = "Whose mailbox it is. Default: me@example.org")
  private String owner = "me@example.org";

  @Option(
      names = "--outbox",
      paramLabel = "FOLDER",
      description = "Where approved replies to a mailbox are put. Default: ./moltbot-outbox")
  private Path outbox = Path.of("moltbot-outbox");

  @Override
  public Integer call() {
    if (mail != null && !Files.isReadable(mail)) {
      shared.output().talk().println("Cannot read " + mail + ". Is the path right?");
      return Exit.USAGE;
    }
    if (wire && mail != null) {
      shared.output().talk().println("--wire and --mail do not go together; leave one out.");
      return Exit.USAGE;
    }
    if (limit < 1) {
      shared.output().talk().println("--limit must be at least 1.");
      return Exit.USAGE;
    }
    try (Scratch scratch = Scratch.create()) {
      shared.remark("Starting a database of its own, which is gone when the demo is over ...");
      Path data = scratch.folder().resolve("data");
      var config = new PostgresConfig.Embedded(data, Shared.programs());
      PostgresModule database = scratch.holds(PostgresModule.open(config, new SecureRandom()));
      return wire ? onTheWire(database, scratch) : run(database);
    }
  }

  private int onTheWire(PostgresModule database, Scratch scratch) {
    Path folder = scratch.folder().resolve("channels");
    List<InboundMessage> script = DemoScript.messages(Instant.now());
    try (Stages stages = Stages.open(Installed.CHANNELS, folder, script)) {
      var parts = new ArrayList<Module>(stages.modules());
      parts.add(database);
      parts.add(new ConsoleModule(desk()));
      var progress = new Progress(shared.output().talk(), shared.terminal(), System::nanoTime);
      DemoResult result =
          new Demo(new Shown(progress, false), System::nanoTime).run(parts, stages, limit, "");
      int exit = report(result, out -> out.services(stages.sent()));
      return stages.accountFor(result) ? exit : Exit.FINDINGS;
    }
  }

  private int run(PostgresModule database) {
    var delivered = new ArrayList<OutboundMessage>();
    List<Module> parts =
        List.of(
            database, new ConsoleModule(desk()), mail == null ? script(delivered) : mailbox(mail));
    var progress = new Progress(shared.output().talk(), shared.terminal(), System::nanoTime);
    var demo = new Demo(new Shown(progress, mail != null), System::nanoTime);
    String box = mail == null ? "" : outbox.toAbsolutePath().normalize().toString();
    DemoResult result = demo.run(parts, limit, box);
    progress.done();
    return report(result, out -> delivered.forEach(out::sent));
  }

  private int report(DemoResult result, Consumer<DemoReport> replies) {
    if (shared.json()) {
      shared.output().json(result.fields());
    } else {
      var report = new DemoReport(shared.output().data());
      replies.accept(report);
      report.print(result);
    }
    return result.sound() ? Exit.OK : Exit.FINDINGS;
  }

  private ConsoleConfig desk() {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean silent = yes && (shared.json() || mail != null);
    PrintStream out =
        silent
            ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
            : shared.output().talk();
    return new ConsoleConfig(out, in, yes, shared.colours(), ZoneId.systemDefault());
  }

  private static ScriptedModule script(List<OutboundMessage> delivered) {
    return new ScriptedModule(
        new ScriptedConfig(DemoScript.messages(Instant.now()), delivered::add));
  }

  private MailboxModule mailbox(Path file) {
    return new MailboxModule(new MailboxConfig(owner, file, outbox));
  }

  /** Progress is for mailboxes: a dozen messages need none. */
  private record Shown(Progress progress, boolean on) implements Demo.Watcher {

    @Override
    public void reading(long messages) {
      if (on) {
        progress.show("reading", messages, 0);
      }
    }

    @Override
    public void answering(String flow, long times, long total) {
      if (on) {
        progress.show(flow, times, total);
      }
    }
  }
}
