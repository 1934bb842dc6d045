package dev.moltbot.app.command;

import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.setting.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** The stores of the workspace, for a command that is over in a moment. */
final class Opened {
  /** Whoever opened our own server takes it along when it is stopped. */
  private static final String AGAIN =
      "if a Moltbot was just stopped here, its server went with it; type the same command again."
          + " What was stored is kept, and an import goes on from there.";

  private Opened() {}

  /**
   * Opens the stores, also while {@code moltbot run} has them open, does something and closes.
   *
   * @return what the work returns, or {@link Exit#CONFIG} when the settings make no sense
   */
  static int with(PrintStream talk, ToIntFunction<Moltbot> work) {
    return with(talk, Set.of(), work);
  }

  /** The same, where these settings of a jar not yet trusted are no mistake. */
  static int with(PrintStream talk, Set<String> asked, ToIntFunction<Moltbot> work) {
    return opened(talk, asked, (moltbot, settings) -> work.applyAsInt(moltbot));
  }

  /** What is done with open stores. */
  interface Work {
    int on(Moltbot moltbot, Settings settings);
  }

  /** The same for work that looks at the settings. */
  static int reading(PrintStream talk, Work work) {
    return opened(talk, Set.of(), work);
  }

  private static int opened(PrintStream talk, Set<String> asked, Work work) {
    Environment environment =
        Installed.environment(System.getenv(), Path.of("").toAbsolutePath(), asked);
    var settings = new Settings(environment.values());
    var database = Installed.database(environment.workspace(), settings);
    List<String> problems = new ArrayList<>(environment.problems());
    problems.addAll(settings.problems());
    if (!problems.isEmpty()) {
      problems.forEach(talk::println);
      return Exit.CONFIG;
    }
    var joined = PostgresModule.join(database, new SecureRandom());
    try (Moltbot moltbot = Moltbot.storesOnly(joined)) {
      return work.on(moltbot, settings);
    } catch (StoreUnavailable e) {
      talk.println(e.getMessage() + ": " + AGAIN);
      return Exit.FINDINGS;
    }
  }
}
