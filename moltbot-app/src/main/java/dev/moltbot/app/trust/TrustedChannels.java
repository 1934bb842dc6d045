package dev.moltbot.app.trust;

import dev.moltbot.app.config.Workspace;
import dev.moltbot.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What trusted jars bring to one start.
 *
 * @param jars each with its channels, by name of the file
 * @param problems what stops the start, one line each
 */
public record TrustedChannels(List<Loaded> jars, List<String> problems) {

  public TrustedChannels {
    jars = List.copyOf(jars);
    problems = List.copyOf(problems);
  }

  /** One jar and what it brought. */
  public record Loaded(Pin pin, List<Channel> channels) {
    public Loaded {
      channels = List.copyOf(channels);
    }

    /** For the record: which bytes run. */
    @Override
    public String toString() {
      return pin.file() + " sha256:" + pin.sha256();
    }
  }

  /** All their channels. */
  public List<Channel> channels() {
    return jars.stream().flatMap(jar -> jar.channels().stream()).toList();
  }

  /**
   * Looks at the folder of channels and loads what is trusted. With anything wrong, nothing of any
   * jar has run.
   *
   * @param installed the channels of the program itself
   * @param ours every setting of the program itself
   */
  public static TrustedChannels load(
      Workspace workspace, List<Channel> installed, Set<String> ours) {
    var lock = new ChannelLock(workspace).read();
    var problems = new ArrayList<>(lock.problems());
    if (problems.isEmpty()) {
      problems.addAll(new ChannelsFolder(workspace.channels()).strangers(lock.pins()));
    }
    ClassLoader program = TrustedChannels.class.getClassLoader();
    var jars = new ArrayList<ChannelJar>();
    for (Pin pin : lock.pins()) {
      verified(workspace, pin, problems)
          .ifPresent(jar -> {
            Suspicion.of(jar, program, ours)
                .forEach(reason -> problems.add("channels/" + jar.file() + " " + reason));
            jars.add(jar);
          });
    }
    return problems.isEmpty()
        ? run(jars, lock.pins(), installed, program)
        : new TrustedChannels(List.of(), problems);
  }

  private static Optional<ChannelJar> verified(
      Workspace workspace, Pin pin, List<String> problems) {
    try {
      Path file = workspace.channels().resolve(pin.file());
      byte[] bytes = PrivateFile.read(file, ChannelJar.MAX_BYTES);
      String digest = ChannelJar.sha256(bytes);
      if (digest.equals(pin.sha256()) && bytes.length == pin.bytes()) {
        return Optional.of(ChannelJar.of(pin.file(), bytes));
      }
      problems.add(
          "channels/"
              + pin.file()
              + " is not the jar that was trusted: its SHA-256 is "
              + digest
              + ", trusted was "
              + pin.sha256()
              + ". If you put it there, run"
              + " moltbot channels trust "
              + pin.file()
              + "; else remove it");
    } catch (IOException e) {
      problems.add(
          "channels/"
              + pin.file()
              + " (SHA-256 "
              + pin.sha256()
              + ") is trusted and cannot be read"
              + " ("
              + e.getClass().getSimpleName()
              + "): put it back, or run"
              + " moltbot channels untrust "
              + pin.file());
    }
    return Optional.empty();
  }

  private static TrustedChannels run(
      List<ChannelJar> jars, List<Pin> pins, List<Channel> installed, ClassLoader program) {
    var problems = new ArrayList<String>();
    var loaded = new ArrayList<Loaded>();
    var names = new HashSet<String>();
    installed.forEach(channel -> names.add(channel.name()));
    for (int i = 0; i < jars.size(); i++) {
      var asked = new JarChannels(jars.get(i), pins.get(i));
      List<Channel> channels = asked.load(program);
      problems.addAll(asked.problems());
      for (Channel channel : channels) {
        if (!names.add(channel.name())) {
          problems.add(
              "channels/"
                  + pins.get(i).file()
                  + " brings a channel "
                  + channel.name()
                  + ", which is there already: remove it and run moltbot channels untrust "
                  + pins.get(i).file());
        }
      }
      loaded.add(new Loaded(pins.get(i), channels));
    }
    return problems.isEmpty()
        ? new TrustedChannels(loaded, problems)
        : new TrustedChannels(List.of(), problems);
  }
}
