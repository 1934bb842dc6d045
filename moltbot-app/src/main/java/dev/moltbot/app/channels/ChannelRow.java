package dev.moltbot.app.channels;

import dev.moltbot.channel.Channel;
import dev.moltbot.port.AccountState;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.setting.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to say about one channel.
 *
 * @param jar the file it came in; empty for one of the program's own
 * @param set names of the settings the owner has set, never their values
 * @param account its account; empty when nobody knows yet
 * @param state what the store knows of it; null without a store or before the first read
 * @param alerts what stands against it, in the words the owner was told
 * @param health what its service said; null when it was not asked
 */
public record ChannelRow(
    Channel channel,
    String jar,
    List<Setting> set,
    Standing standing,
    String account,
    @Nullable AccountState state,
    List<String> alerts,
    @Nullable Health health) {

  public ChannelRow {
    set = List.copyOf(set);
    alerts = List.copyOf(alerts);
  }

  /** The same, with what its service said. */
  public ChannelRow with(Health found) {
    return new ChannelRow(channel, jar, set, standing, account, state, alerts, found);
  }

  public boolean configured() {
    return !(standing instanceof Standing.NotConfigured);
  }

  /** Whether its service can be asked anything. */
  public boolean askable() {
    return configured() && !(standing instanceof Standing.Misconfigured);
  }

  /** Whether something is wrong enough for an exit status. */
  public boolean wrong() {
    return standing.needsOwner() || (health != null && !(health instanceof Health.Fine));
  }

  /** Required settings that are not set. */
  public List<String> missing() {
    return channel.settings().stream()
        .filter(Setting::required)
        .filter(setting -> !set.contains(setting))
        .map(Setting::key)
        .toList();
  }

  public long deadLetters() {
    return state == null ? 0 : state.deadLetters();
  }
}
