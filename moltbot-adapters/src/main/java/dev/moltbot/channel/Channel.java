package dev.moltbot.channel;

import com.google.inject.Module;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Capabilities;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.util.List;
import java.util.function.Function;

/**
 * A channel as whoever installs it sees it. Its module binds, into sets, a {@code ChannelReader}, a
 * {@code ChannelSender} and a {@code ChannelCheck} for its account, and what else it can do.
 *
 * @param about what it is, in one line for the owner
 * @param settings what the owner can set; the channel is wanted once a required one is set
 * @param module makes the module of settings; what is wrong with them it notes there
 * @param rehearsal its service played on loopback, for the demo
 * @param login how the owner gets its credential; {@link Login#NONE} where the settings are all
 */
public record Channel(
    ChannelId id,
    String about,
    Capabilities can,
    List<Setting> settings,
    Function<Settings, Module> module,
    Rehearsal rehearsal,
    Login login) {

  public Channel {
    settings = List.copyOf(settings);
  }

  /** A channel whose credentials are all settings. */
  public Channel(
      ChannelId id,
      String about,
      Capabilities can,
      List<Setting> settings,
      Function<Settings, Module> module,
      Rehearsal rehearsal) {
    this(id, about, can, settings, module, rehearsal, Login.NONE);
  }

  public String name() {
    return id.value();
  }

  /** Whether the owner began to set it up; what is missing then is a problem. */
  public boolean wanted(Settings values) {
    return settings.stream().filter(Setting::required).anyMatch(values::has);
  }
}
