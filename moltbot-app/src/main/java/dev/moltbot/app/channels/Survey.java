package dev.moltbot.app.channels;

import com.google.inject.Module;
import dev.moltbot.channel.Channel;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.AccountState;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what settings and stores say of each channel. Asks nobody. */
public final class Survey {
  private final Map<String, String> values;
  private final List<AccountState> states;
  private final List<Alert> alerts;
  private final Instant now;

  /**
   * Of one moment.
   *
   * @param values what the owner has set
   * @param states empty without a store
   * @param alerts those that stand
   */
  public Survey(
      Map<String, String> values, List<AccountState> states, List<Alert> alerts, Instant now) {
    this.values = Map.copyOf(values);
    this.states = List.copyOf(states);
    this.alerts = List.copyOf(alerts);
    this.now = now;
  }

  /**
   * One channel.
   *
   * @param jar the file it came in; empty for one of the program's own
   * @param account asked only of a channel that is set up well; empty when it cannot be known
   */
  public ChannelRow row(Channel channel, String jar, Function<Channel, Optional<String>> account) {
    var settings = new Settings(values);
    List<Setting> set = channel.settings().stream().filter(settings::has).toList();
    if (!channel.wanted(settings)) {
      var missing =
          channel.settings().stream().filter(Setting::required).map(Setting::key).toList();
      return row(channel, jar, set, new Standing.NotConfigured(missing), Optional.empty());
    }
    List<String> problems = problems(channel, settings);
    if (!problems.isEmpty()) {
      var wrong = new Standing.Misconfigured(problems);
      return row(channel, jar, set, wrong, newest(channel, Optional.empty()));
    }
    Optional<String> name = account.apply(channel);
    Optional<AccountState> state = newest(channel, name);
    Standing standing = Standing.of(state.orElse(null), now);
    ChannelRow row = row(channel, jar, set, standing, state);
    return new ChannelRow(
        channel, jar, set, standing, name.orElse(row.account()), row.state(), row.alerts(), null);
  }

  private ChannelRow row(
      Channel channel,
      String jar,
      List<Setting> set,
      Standing standing,
      Optional<AccountState> state) {
    String account = state.map(known -> known.account().name()).orElse("");
    List<String> words = state.map(known -> alerts(known, standing)).orElse(List.of());
    return new ChannelRow(channel, jar, set, standing, account, state.orElse(null), words, null);
  }

  /** What its module notes; the module itself is of no use here. */
  private static List<String> problems(Channel channel, Settings settings) {
    Module unused = channel.module().apply(settings);
    return settings.problems();
  }

  /** An account that is no longer set up says nothing about the channel as it is now. */
  private Optional<AccountState> newest(Channel channel, Optional<String> account) {
    return states.stream()
        .filter(state -> state.account().channel().equals(channel.id()))
        .filter(state -> account.isEmpty() || state.account().name().equals(account.get()))
        .max((one, other) -> moved(one).compareTo(moved(other)));
  }

  private static Instant moved(AccountState state) {
    return state.cursorAt() == null ? Instant.MIN : state.cursorAt();
  }

  /** That it stopped is said by its standing already. */
  private List<String> alerts(AccountState state, Standing standing) {
    return alerts.stream()
        .filter(alert -> alert.key().endsWith(" " + state.account()))
        .filter(alert ->
            !(standing instanceof Standing.Stopped) || alert.kind() != Alert.Kind.CHANNEL_STOPPED)
        .map(Alert::text)
        .toList();
  }
}
