package dev.moltbot.app.command;

import dev.moltbot.adapter.postgres.PostgresConfig;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every reporting command can be asked for. */
final class Shared {
  /** Set by the launcher, which can ask the shell: Java 21 cannot tell a terminal from a pipe. */
  private static final String TERMINAL = "moltbot.terminal";

  /** Set by the launcher when standard output is a terminal. */
  private static final String COLUMNS = "moltbot.columns";

  /** Set by the launcher of a checkout: where unpacked database programs are kept. */
  private static final String PROGRAMS = "moltbot.programs";

  private final Output output = Output.standard();

  @Option(names = "--json", description = "Print one JSON object instead of words.")
  private boolean json;

  boolean json() {
    return json;
  }

  Output output() {
    return output;
  }

  /** Programs for a database in a fresh folder: the image's, the checkout's, or new ones. */
  static PostgresConfig.Programs programs() {
    String brought = System.getenv().getOrDefault(PostgresConfig.PROGRAMS.key(), "");
    if (!brought.isEmpty()) {
      return new PostgresConfig.Programs.At(Path.of(brought));
    }
    String folder = System.getProperty(PROGRAMS, "");
    return folder.isEmpty()
        ? new PostgresConfig.Programs.Bundled()
        : new PostgresConfig.Programs.Kept(Path.of(folder));
  }

  /** The fields as JSON if that was asked for, else the words. */
  void say(Map<String, ?> fields, String words) {
    if (json) {
      output.json(fields);
    } else {
      output.data().println(words);
    }
  }

  /** A table, as wide as the window. */
  void print(Table table) {
    table.print(output.data(), columns(), accessible());
  }

  /** Tells a waiting person what goes on; nothing when the output is for a program. */
  void remark(String words) {
    if (!json) {
      output.talk().println(words);
    }
  }

  /** Whether standard error is a terminal that can redraw a line. */
  boolean terminal() {
    return Boolean.getBoolean(TERMINAL) && !"dumb".equals(System.getenv("TERM"));
  }

  /** How wide the window is; 0 when nobody knows, as in a pipe. */
  int columns() {
    return Integer.getInteger(COLUMNS, 0);
  }

  /** Whether the owner asks all programs for words that can be read aloud. */
  boolean accessible() {
    String wish = System.getenv("ACCESSIBLE");
    return wish != null && !wish.isEmpty();
  }

  boolean colours() {
    return terminal() && System.getenv("NO_COLOR") == null;
  }
}
