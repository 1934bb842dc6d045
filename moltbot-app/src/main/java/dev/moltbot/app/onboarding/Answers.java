package dev.moltbot.app.onboarding;

import dev.moltbot.app.config.EnvEdit;
import dev.moltbot.app.config.EnvExample;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.trust.TrustedChannels;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is set, and where the next answer is written. Used by one thread. */
public final class Answers {
  private final Workspace workspace;
  private final TrustedChannels trusted;
  private final EnvEdit file;
  private final Map<String, String> values;
  private final Map<String, String> given;
  private final List<String> kept = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();

  /**
   * Begins with what is set.
   *
   * @param folder where Moltbot is started; a settings file there is the one that is gone on with
   * @param given answers that came along; each counts once it was tried
   */
  public Answers(
      Environment environment, TrustedChannels trusted, Path folder, Map<String, String> given) {
    this.workspace = environment.workspace();
    this.trusted = trusted;
    this.values = new HashMap<>(environment.values());
    this.given = Map.copyOf(given);
    Path here = folder.resolve(".env");
    boolean begun = Files.exists(here, LinkOption.NOFOLLOW_LINKS);
    this.file = new EnvEdit(begun ? here : workspace.env(), EnvExample.begun(Installed.settings()));
  }

  /** Where answers are written. */
  public Path file() {
    return file.file();
  }

  Workspace workspace() {
    return workspace;
  }

  TrustedChannels trusted() {
    return trusted;
  }

  /** Everything that is set, with what logins keep. */
  Settings settings() {
    return new Settings(values());
  }

  /** The same with one more. */
  Settings with(Setting setting, String value) {
    var more = new HashMap<>(values());
    more.put(setting.key(), value);
    return new Settings(more);
  }

  boolean has(Setting setting) {
    return settings().has(setting);
  }

  /** Empty where it is not set. */
  String value(String key) {
    return values().getOrDefault(key, "").strip();
  }

  /** What came along for it; empty for nothing, and for what was tried and refused. */
  String given(Setting setting) {
    return refused.contains(setting.key()) ? "" : given.getOrDefault(setting.key(), "").strip();
  }

  /** What came along for it is no good. */
  void refuse(Setting setting) {
    refused.add(setting.key());
  }

  /** The names of all that came along. */
  List<String> given() {
    return given.keySet().stream().sorted().toList();
  }

  /**
   * Writes an answer down.
   *
   * @return what is wrong and what to do, or empty
   */
  String keep(Setting setting, String value) {
    String trouble = file.set(Map.of(setting, value));
    if (trouble.isEmpty()) {
      values.put(setting.key(), value);
      kept.add(setting.key());
    }
    return trouble;
  }

  /** The names of what was written down, in order. */
  public List<String> kept() {
    return List.copyOf(kept);
  }

  /** What is missing or wrong for a run, one line each, no values in them. */
  public List<String> open() {
    return problems(settings());
  }

  List<String> problems(Settings settings) {
    var parts = Installed.parts(workspace, settings, trusted);
    var all = new ArrayList<>(settings.problems());
    all.addAll(parts.problems());
    return all;
  }

  private Map<String, String> values() {
    var environment = new Environment(workspace, values, List.of());
    return Installed.kept(environment, trusted.channels()).values();
  }
}
