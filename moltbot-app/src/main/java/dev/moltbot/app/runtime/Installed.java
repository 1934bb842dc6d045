package dev.moltbot.app.runtime;

import com.google.inject.Module;
import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.claude.ClaudeModule;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.shinodo.ShinodoConfig;
import dev.moltbot.adapter.shinodo.ShinodoModule;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.Persona;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.channel.Channel;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is installed: <em>the</em> list, written by a person. Being on the class path is not
 * consent; a channel runs because its line stands here and its settings are set.
 */
public final class Installed {

  /** Every channel there is, by its whole name: to add or to remove one is one line. */
  public static final List<Channel> CHANNELS =
      List.of(
          new Channel[] {
            dev.moltbot.adapter.gmail.GmailModule.CHANNEL,
            dev.moltbot.adapter.imap.ImapModule.CHANNEL,
            dev.moltbot.adapter.telegram.TelegramModule.CHANNEL,
          });

  /**
   * What {@code moltbot run} is made of; the database is opened when it is time.
   *
   * @param problems what stands against it, besides what is noted in the settings
   */
  public record Parts(
      Pace pace,
      PostgresConfig database,
      List<Module> modules,
      String summary,
      List<String> problems) {}

  private Installed() {}

  /** Every setting by the part it belongs to, in the order of {@code .env.example}. */
  public static Map<String, List<Setting>> settings() {
    var all = new LinkedHashMap<String, List<Setting>>();
    all.put(
        "Where things are",
        Stream.concat(Stream.of(Environment.HOME), PostgresConfig.SETTINGS.stream()).toList());
    all.put("Your control bot on Telegram", DeskConfig.SETTINGS);
    all.put("Claude", ClaudeConfig.SETTINGS);
    all.put("Shinodo, your own assistant (docs/shinodo.md)", ShinodoConfig.SETTINGS);
    CHANNELS.forEach(channel -> all.put("Channel " + channel.name(), channel.settings()));
    all.put("Pace", Pace.SETTINGS);
    return all;
  }

  /** What the owner has set, here and in the workspace. */
  public static Environment environment(Map<String, String> process, Path folder) {
    Set<String> known =
        settings().values().stream()
            .flatMap(List::stream)
            .map(Setting::key)
            .collect(Collectors.toSet());
    return Environment.read(process, folder, known);
  }

  /** The parts of a run; with problems noted in the settings, they are not to be used. */
  public static Parts parts(Workspace workspace, Settings settings) {
    var modules = new ArrayList<Module>();
    modules.add(new DeskModule(DeskConfig.from(settings)));
    var persona = Persona.read(workspace, ClaudeConfig.MAX_TEXT_CHARS);
    modules.add(
        new ClaudeModule(ClaudeConfig.from(settings, persona.identity(), persona.skills())));
    if (ShinodoConfig.wanted(settings)) {
      modules.add(new ShinodoModule(ShinodoConfig.from(settings)));
    }
    var folders = new StateFolders(workspace.channels());
    modules.add(binder -> binder.bind(StateFolders.class).toInstance(folders));
    List<Channel> wanted = CHANNELS.stream().filter(c -> c.wanted(settings)).toList();
    wanted.forEach(channel -> modules.add(channel.module().apply(settings)));
    settings.keepApart(settings().values().stream().flatMap(List::stream).toList());
    if (wanted.isEmpty()) {
      Setting first = CHANNELS.getFirst().settings().getFirst();
      settings.problem(
          first, "is not set, nor any other channel: without one there is nothing to read");
    }
    String names = wanted.stream().map(Channel::name).collect(Collectors.joining(", "));
    return new Parts(
        Pace.from(settings),
        database(workspace, settings),
        modules,
        "channels: " + names,
        persona.problems());
  }

  /** Which database: the owner's, or one of our own in the workspace. */
  public static PostgresConfig database(Workspace workspace, Settings settings) {
    return PostgresConfig.from(settings, workspace.data());
  }
}
