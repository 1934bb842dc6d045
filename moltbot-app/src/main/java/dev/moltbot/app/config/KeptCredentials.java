package dev.moltbot.app.config;

import dev.moltbot.channel.Channel;
import dev.moltbot.setting.Setting;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What logins have put into the folders of channels, for settings that are not set. The owner's own
 * word in {@code .env} always wins; {@code .env} itself is never written.
 */
public record KeptCredentials(Map<String, String> values, List<String> problems) {

  public KeptCredentials {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /**
   * The owner's values and what is kept besides them.
   *
   * @param folder where channels keep what they keep
   */
  public static KeptCredentials beside(
      Map<String, String> values, List<Channel> channels, Path folder) {
    var all = new HashMap<>(values);
    var problems = new ArrayList<String>();
    for (Channel channel : channels) {
      StateFolder kept = new StateFolders(folder).of(channel.id());
      channel.settings().stream()
          .filter(setting -> !setting.kept().isEmpty())
          .filter(setting -> values.getOrDefault(setting.key(), "").isBlank())
          .forEach(setting -> take(setting, kept, all, problems));
    }
    return new KeptCredentials(all, problems);
  }

  private static void take(
      Setting setting, StateFolder folder, Map<String, String> into, List<String> problems) {
    Path file = folder.path().resolve(setting.kept());
    try {
      if (EnvFile.openToOthers(file)) {
        problems.add(file + " can be read by others: run chmod 600 " + file);
        return;
      }
      folder
          .read(setting.kept())
          .ifPresent(
              bytes -> into.put(setting.key(), new String(bytes, StandardCharsets.UTF_8).strip()));
    } catch (IOException e) {
      problems.add(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }
}
