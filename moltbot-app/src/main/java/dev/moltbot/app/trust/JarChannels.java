package dev.moltbot.app.trust;

import com.google.inject.Module;
import dev.moltbot.channel.Channel;
import dev.moltbot.channel.ChannelProvider;
import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** Asks a trusted jar for its channels. Whatever it does wrong is one line that names the jar. */
final class JarChannels {
  private final ChannelJar jar;
  private final Pin pin;
  private final List<String> problems = new ArrayList<>();

  JarChannels(ChannelJar jar, Pin pin) {
    this.jar = jar;
    this.pin = pin;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Its channels; runs the jar's code for the first time. */
  List<Channel> load(ClassLoader program) {
    var loader = new PinnedLoader(jar, program);
    var channels = new ArrayList<Channel>();
    try {
      ServiceLoader.load(ChannelProvider.class, loader).stream()
          .filter(provider -> provider.type().getClassLoader() == loader)
          .forEach(provider -> accept(provider.get().channel(), channels));
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      // The type and not the message: what a stranger's code says stays out of the talk.
      fault("failed with " + e.getClass().getSimpleName() + " when asked for its channel");
    }
    if (channels.isEmpty() && problems.isEmpty()) {
      fault("brought no channel");
    }
    return channels;
  }

  private void accept(Channel channel, List<Channel> into) {
    List<String> hidden =
        channel.settings().stream()
            .map(Setting::key)
            .filter(key -> !pin.settings().contains(key))
            .toList();
    if (!hidden.isEmpty()) {
      fault("asks for " + String.join(", ", hidden) + ", which was not shown when it was trusted");
    } else if (channel.settings().stream().noneMatch(Setting::required)) {
      fault("has a channel without a required setting, which nobody could switch on");
    } else {
      into.add(guarded(channel));
    }
  }

  private void fault(String what) {
    problems.add(
        "channels/"
            + pin.file()
            + " "
            + what
            + ": tell its author, or remove it and run"
            + " moltbot channels untrust "
            + pin.file());
  }

  /** The channel is handed its own settings and no others. */
  private Channel guarded(Channel channel) {
    return new Channel(
        channel.id(),
        channel.about(),
        channel.can(),
        channel.settings(),
        settings -> module(channel, settings),
        channel.rehearsal(),
        channel.login());
  }

  private Module module(Channel channel, Settings settings) {
    int before = settings.problems().size();
    try {
      return channel.module().apply(settings.only(Set.copyOf(channel.settings())));
    } catch (RuntimeException | LinkageError e) {
      if (settings.problems().size() == before) {
        String type = e.getClass().getSimpleName();
        settings.problem(
            channel.settings().getFirst(),
            "cannot be used: channels/" + pin.file() + " failed with " + type);
      }
      return binder -> {};
    }
  }
}
