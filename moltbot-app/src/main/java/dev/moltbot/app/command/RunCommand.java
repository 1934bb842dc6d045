package dev.moltbot.app.command;

import com.google.inject.Module;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.audit.ActionLog;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Loops;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.setting.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code moltbot run}. */
@Command(
    name = "run",
    description = {
      "Read, draft, ask and send until stopped.",
      "Needs a .env file; .env.example says what goes into it."
    })
final class RunCommand implements Callable<Integer> {
  /** How often the copy of the record is brought up to date. */
  private static final Duration CATCH_UP = Duration.ofSeconds(1);

  /** How long the program may take to come to its end. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

  private final PrintStream talk = Output.standard().talk();

  @Override
  public Integer call() throws InterruptedException {
    Environment environment = Installed.environment(System.getenv(), Path.of("").toAbsolutePath());
    var trusted = Installed.trusted(environment.workspace());
    var kept = Installed.kept(environment, trusted.channels());
    var settings = new Settings(kept.values());
    var parts = Installed.parts(environment.workspace(), settings, trusted);
    List<String> problems = new ArrayList<>(environment.problems());
    problems.addAll(trusted.problems());
    problems.addAll(kept.problems());
    problems.addAll(settings.problems());
    problems.addAll(parts.problems());
    Workspace workspace = environment.workspace();
    String folder = problems.isEmpty() ? workspace.prepare() : workspace.closed();
    if (!folder.isEmpty()) {
      problems.add(folder);
    }
    if (!problems.isEmpty()) {
      problems.forEach(talk::println);
      talk.println("Nothing was started. See .env.example for every setting.");
      return Exit.CONFIG;
    }
    return run(parts, workspace.logs());
  }

  private int run(Installed.Parts parts, Path logs) throws InterruptedException {
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitStopped(stop, stopped)));
    try (Moltbot moltbot = assemble(parts);
        ActionLog log = moltbot.actionLog(logs)) {
      moltbot.note(new AuditEvent.Started(Version.number(), parts.summary()));
      moltbot.clearLeftovers();
      Loops loops = moltbot.part(Loops.class);
      loops.start();
      talk.println("Moltbot is running: " + parts.summary() + ". Stop it with Ctrl-C.");
      while (!stop.await(CATCH_UP.toMillis(), TimeUnit.MILLISECONDS)) {
        catchUp(moltbot, log);
      }
      loops.stop();
      moltbot.note(new AuditEvent.Stopped("asked to stop"));
      moltbot.catchUp(log);
    } finally {
      stopped.countDown();
    }
    return Exit.OK;
  }

  private static Moltbot assemble(Installed.Parts parts) {
    var modules = new ArrayList<Module>(parts.modules());
    modules.add(PostgresModule.open(parts.database(), new SecureRandom()));
    return Moltbot.assemble(parts.pace(), modules);
  }

  /** The copy waits for a database that is away; the record itself is in the database. */
  private static void catchUp(Moltbot moltbot, ActionLog log) {
    try {
      moltbot.catchUp(log);
    } catch (StoreUnavailable e) {
      LOG.warn("actions.log waits: {}", e.getMessage());
    }
  }

  /** The machine waits for the hook, and the hook for the last transaction. */
  private static void awaitStopped(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("stopped before everything had come to its end; nothing is lost by that");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
