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
import dev.moltbot.domain.approval.OutboundMessage;
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
import java.util.Locale;
import java.util.concurrent.Callable;
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
    try (Scratch scratch = Scratch.create()) {
      return run(scratch);
    }
  }

  private int run(Scratch scratch) {
    var delivered = new ArrayList<OutboundMessage>();
    var parts = new ArrayList<Module>();
    parts.add(
        PostgresModule.open(
            PostgresConfig.embedded(scratch.folder().resolve("data")), new SecureRandom()));
    parts.add(new ConsoleModule(desk()));
    parts.add(mail == null ? script(delivered) : mailbox(mail));
    var progress = new Progress(shared.output().talk(), shared.terminal(), System::nanoTime);
    var demo = new Demo(new Shown(progress, mail != null), System::nanoTime);
    String box = mail == null ? "" : outbox.toAbsolutePath().normalize().toString();
    DemoResult result = demo.run(parts, limit, box);
    progress.done();
    report(result, delivered);
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

  private void report(DemoResult result, List<OutboundMessage> delivered) {
    if (shared.json()) {
      shared.output().json(result.fields());
      return;
    }
    PrintStream out = shared.output().data();
    for (OutboundMessage message : delivered) {
      out.println();
      out.println("sent on " + message.account().channel() + ":");
      out.println(message.text().value().indent(4).stripTrailing());
    }
    out.println();
    summary(result).forEach(out::println);
  }

  private static List<String> summary(DemoResult result) {
    var tally = result.tally();
    var lines = new ArrayList<String>();
    lines.add(
        result.received()
            + " messages received: "
            + tally.messages()
            + " stored, "
            + tally.quarantined()
            + " set aside as unreadable.");
    lines.add(
        tally.drafts()
            + " replies drafted, "
            + tally.approved()
            + " approved, "
            + tally.sent()
            + " sent.");
    lines.add(
        (result.audit().valid() ? "The audit chain holds" : "THE AUDIT CHAIN IS BROKEN")
            + ": "
            + result.fields().get("audit"));
    if (!result.outbox().isEmpty()) {
      lines.add("Replies are in " + result.outbox());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%.1f s in all, %.1f s of it for reading, screening" + " and storing.",
            result.whole().toMillis() / 1e3,
            result.reading().toMillis() / 1e3));
    return lines;
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
    public void answering(String flow, long times) {
      if (on) {
        progress.show(flow, times, 0);
      }
    }
  }
}
