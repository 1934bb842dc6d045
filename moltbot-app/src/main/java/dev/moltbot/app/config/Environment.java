package dev.moltbot.app.config;

import dev.moltbot.setting.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything the owner has set: the process environment first, then {@code .env} here, then {@code
 * .env} in the workspace. An unknown name is a problem, because a mistyped one would be ignored.
 */
public record Environment(Workspace workspace, Map<String, String> values, List<String> problems) {
  public static final Setting HOME =
      Setting.optional("MOLTBOT_HOME", "The workspace: the one folder written to.", ".openclaw");

  private static final String PREFIX = "MOLTBOT_";

  public Environment {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /**
   * Reads it all.
   *
   * @param process the process environment
   * @param folder where to look for {@code .env} and from where a relative workspace counts
   * @param known every key there is
   */
  public static Environment read(Map<String, String> process, Path folder, Set<String> known) {
    return read(process, folder, workspace -> known);
  }

  /** The same, where the workspace has a say in what is known: it may hold channels in jars. */
  public static Environment read(
      Map<String, String> process, Path folder, Function<Workspace, Set<String>> knownIn) {
    return read(process, folder, knownIn, EnvFile::read);
  }

  /** The same, where somebody has another way to read files. */
  public static Environment read(
      Map<String, String> process,
      Path folder,
      Function<Workspace, Set<String>> knownIn,
      Function<Path, EnvFile> reading) {
    var problems = new ArrayList<String>();
    var values = new HashMap<String, String>();
    EnvFile here = reading.apply(folder.resolve(".env"));
    String home =
        process.getOrDefault(HOME.key(), here.values().getOrDefault(HOME.key(), HOME.fallback()));
    var workspace = new Workspace(folder.resolve(home).normalize());
    EnvFile inside = reading.apply(workspace.env());
    Set<String> known = knownIn.apply(workspace);
    for (EnvFile file : List.of(inside, here)) {
      problems.addAll(file.problems());
      values.putAll(file.values());
      unknown(file.values(), "", known, problems);
    }
    values.putAll(process);
    unknown(process, PREFIX, known, problems);
    return new Environment(workspace, values, problems);
  }

  private static void unknown(
      Map<String, String> values, String prefix, Set<String> known, List<String> problems) {
    for (String key : new TreeMap<>(values).keySet()) {
      if (key.startsWith(prefix) && !known.contains(key)) {
        String meant =
            Spelling.closest(key, known).map(name -> "; did you mean " + name + "?").orElse("");
        problems.add(key + " is no setting of Moltbot" + meant);
      }
    }
  }
}
