package dev.moltbot.app.runtime;

import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import dev.moltbot.adapter.claude.ClaudeConfig;
import dev.moltbot.adapter.claude.ClaudeModule;
import dev.moltbot.adapter.desk.DeskConfig;
import dev.moltbot.adapter.desk.DeskModule;
import dev.moltbot.adapter.gateway.GatewayConfig;
import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.shinodo.ShinodoConfig;
import dev.moltbot.adapter.shinodo.ShinodoModule;
import dev.moltbot.adapter.tokens.TokensConfig;
import dev.moltbot.app.config.Environment;
import dev.moltbot.app.config.KeptCredentials;
import dev.moltbot.app.config.Persona;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.trust.ChannelLock;
import dev.moltbot.app.trust.TrustedChannels;
import dev.moltbot.channel.Channel;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.Gateway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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
            dev.moltbot.adapter.instagram.InstagramModule.CHANNEL,
            dev.moltbot.adapter.linkedin.LinkedInModule.CHANNEL,
            dev.moltbot.adapter.telegram.TelegramModule.CHANNEL,
            dev.moltbot.adapter.viber.ViberModule.CHANNEL,
            dev.moltbot.adapter.whatsapp.WhatsappModule.CHANNEL,
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
    all.put("The way out (docs/egress.md)", GatewayConfig.SETTINGS);
    all.put("Your control bot on Telegram", DeskConfig.SETTINGS);
    all.put("Claude", ClaudeConfig.SETTINGS);
    all.put("Shinodo, your own assistant (docs/shinodo.md)", ShinodoConfig.SETTINGS);
    CHANNELS.forEach(channel -> all.put("Channel " + channel.name(), channel.settings()));
    all.put("The broker of Gmail's tokens, in a container of its own", TokensConfig.SETTINGS);
    all.put("Pace", Pace.SETTINGS);
    return all;
  }

  /** The names of all settings of the program itself. */
  public static Set<String> keys() {
    return settings().values().stream()
        .flatMap(List::stream)
        .map(Setting::key)
        .collect(Collectors.toSet());
  }

  /** What the owner has set, here and in the workspace. Runs nothing of any jar. */
  public static Environment environment(Map<String, String> process, Path folder) {
    return environment(process, folder, Set.of());
  }

  /**
   * The same, before a jar is trusted.
   *
   * @param asked names of settings that it asks for
   */
  public static Environment environment(
      Map<String, String> process, Path folder, Set<String> asked) {
    return Environment.read(
        process,
        folder,
        workspace -> {
          var known = new HashSet<>(known(workspace));
          known.addAll(asked);
          return known;
        });
  }

  /** The names of all settings, with those of the jars that this workspace trusts. */
  public static Set<String> known(Workspace workspace) {
    var known = new HashSet<>(keys());
    new ChannelLock(workspace).read().pins().forEach(pin -> known.addAll(pin.settings()));
    return known;
  }

  /**
   * The owner's values and what logins keep besides them.
   *
   * @param fromJars channels that trusted jars brought
   */
  public static KeptCredentials kept(Environment environment, List<Channel> fromJars) {
    var channels = Stream.concat(CHANNELS.stream(), fromJars.stream()).toList();
    return KeptCredentials.beside(
        environment.values(), channels, environment.workspace().channels());
  }

  /** What trusted jars bring to this workspace, besides {@link #CHANNELS}. */
  public static TrustedChannels trusted(Workspace workspace) {
    return TrustedChannels.load(workspace, CHANNELS, keys());
  }

  /**
   * The parts of a run; with problems noted in the settings, they are not to be used.
   *
   * @param trusted what jars bring
   */
  public static Parts parts(Workspace workspace, Settings settings, TrustedChannels trusted) {
    var modules = new ArrayList<Module>();
    modules.add(gateway(workspace, settings));
    modules.addAll(GatewayConfig.log(settings));
    modules.add(new DeskModule(DeskConfig.from(settings)));
    var persona = Persona.read(workspace, ClaudeConfig.MAX_TEXT_CHARS);
    modules.add(
        new ClaudeModule(ClaudeConfig.from(settings, persona.identity(), persona.skills())));
    if (ShinodoConfig.wanted(settings)) {
      modules.add(new ShinodoModule(ShinodoConfig.from(settings)));
    }
    var folders = new StateFolders(workspace.channels());
    modules.add(binder -> binder.bind(StateFolders.class).toInstance(folders));
    List<Channel> wanted =
        Stream.concat(CHANNELS.stream(), trusted.channels().stream())
            .filter(channel -> channel.wanted(settings))
            .toList();
    wanted.forEach(channel -> modules.add(channel.module().apply(settings)));
    settings.keepApart(
        Stream.concat(
                settings().values().stream(), trusted.channels().stream().map(Channel::settings))
            .flatMap(List::stream)
            .toList());
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
        "channels: " + names + jars(trusted),
        persona.problems());
  }

  /** Binds the gateway the settings name, or none. */
  public static Module gateway(Workspace workspace, Settings settings) {
    Gateway gateway = GatewayConfig.from(settings, workspace.home());
    return binder ->
        OptionalBinder.newOptionalBinder(binder, Gateway.class).setBinding().toInstance(gateway);
  }

  /** Which foreign bytes run in here, for the record. */
  private static String jars(TrustedChannels trusted) {
    return trusted.jars().isEmpty()
        ? ""
        : trusted.jars().stream()
            .map(TrustedChannels.Loaded::toString)
            .collect(Collectors.joining(", ", "; from jars: ", ""));
  }

  /** Which database: the owner's, or one of our own in the workspace. */
  public static PostgresConfig database(Workspace workspace, Settings settings) {
    return PostgresConfig.from(settings, workspace.data());
  }
}
