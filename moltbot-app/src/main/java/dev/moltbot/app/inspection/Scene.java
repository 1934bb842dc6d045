package dev.moltbot.app.inspection;

import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.config.EnvFile;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.KeptCredentials;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.port.Premises;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that checks look at: the settings and where they came from, the folders, the machine.
 * Thread-safe: read once, before any check.
 */
public final class Scene {
  /** Largest text file read, in bytes. */
  private static final int MAX_BYTES = 4 << 20;

  private final Site site;
  private final Environment environment;
  private final Map<String, String> values;
  private final List<String> keptProblems;
  private final Supplier<Stored> stored = new Once<>(this::look);

  private Scene(Site site, Environment environment, KeptCredentials kept) {
    this.site = site;
    this.environment = environment;
    this.values = kept.values();
    this.keptProblems = kept.problems();
  }

  /** Reads the settings, also from a file that others can read: saying so is a check's matter. */
  public static Scene of(Site site) {
    var environment =
        Environment.read(site.process(), site.folder(), Installed::known, EnvFile::whoeverCanRead);
    return new Scene(site, environment, Installed.kept(environment, List.of()));
  }

  public Site site() {
    return site;
  }

  public Workspace workspace() {
    return environment.workspace();
  }

  /** The workspace's own folder. */
  public Path home() {
    return workspace().home();
  }

  public Instant now() {
    return site.time().instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /** What is wrong with the text of settings, one line each; no values in them. */
  public List<String> problems() {
    return environment.problems();
  }

  /** What is wrong with what logins keep. */
  public List<String> keptProblems() {
    return keptProblems;
  }

  /** What the owner has set, and what logins keep besides; by the names of settings. */
  public Map<String, String> values() {
    return values;
  }

  /** The same for whoever parses them; each call has problems of its own. */
  public Settings settings() {
    return new Settings(values);
  }

  /** Its value, or empty. */
  public String value(Setting setting) {
    return values.getOrDefault(setting.key(), "").strip();
  }

  /** The settings files there are. */
  public List<Path> envFiles() {
    return Stream.of(site.folder().resolve(".env"), workspace().env())
        .map(Path::normalize)
        .distinct()
        .filter(Files::exists)
        .toList();
  }

  /** What a look at the database showed: facts, or why there are none. */
  record Stored(Premises.@Nullable Facts facts, String why) {}

  /** The database, while it runs; looked at once. */
  Stored stored() {
    return stored.get();
  }

  /** The same for whoever goes on asking it; empty while it does not run. */
  public Optional<Premises> premises() {
    return database(PostgresModule::premises);
  }

  /** All rows of it, under the same conditions. */
  Optional<Snapshots> snapshots() {
    return database(PostgresModule::snapshots);
  }

  private <T> Optional<T> database(Function<PostgresConfig, Optional<T>> look) {
    var settings = settings();
    var config = Installed.database(workspace(), settings);
    return settings.problems().isEmpty() ? look.apply(config) : Optional.empty();
  }

  private Stored look() {
    try {
      return premises()
          .map(premises -> new Stored(premises.facts(), ""))
          .orElseGet(() -> new Stored(null, "moltbot is not running"));
    } catch (StoreUnavailable e) {
      return new Stored(null, "the database cannot be reached");
    }
  }

  /** A file of the machine, such as {@code proc/self/status}. */
  public Path machine(String path) {
    return site.root().resolve(path);
  }

  /** Its text up to a limit; empty when it is not there or cannot be read. */
  public static Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether this process is in a container. */
  public boolean inContainer() {
    return Files.exists(machine(".dockerenv")) || Files.exists(machine("run/.containerenv"));
  }

  public Suppressions suppressions() {
    return Suppressions.parse(text(home().resolve("suppressions")).orElse(""), today());
  }
}
