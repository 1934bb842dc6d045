package dev.moltbot.app.trust;

import dev.moltbot.app.config.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds jars to the lock and takes them out. Runs nothing of them. */
public final class Trust {
  private final Workspace workspace;
  private final ChannelLock lock;
  private final Set<String> ours;

  /**
   * For one workspace.
   *
   * @param ours every setting of the program itself
   */
  public Trust(Workspace workspace, Set<String> ours) {
    this.workspace = workspace;
    this.lock = new ChannelLock(workspace);
    this.ours = Set.copyOf(ours);
  }

  /** A jar by its path, or by its name in the folder of channels. */
  public Path find(Path named) {
    Path there = workspace.channels().resolve(String.valueOf(named.getFileName()));
    boolean bare = named.getNameCount() == 1 && !named.isAbsolute();
    return bare && !Files.exists(named) ? there : named;
  }

  /** What stands against trusting it, one line each. */
  public List<String> against(ChannelJar jar) {
    var reasons = new ArrayList<>(lock.read().problems());
    if (!Pin.nameable(jar.file())) {
      reasons.add("its name has to be of letters, digits, dots and dashes, and end in .jar");
    }
    Suspicion.of(jar, Trust.class.getClassLoader(), ours)
        .forEach(reason -> reasons.add(jar.file() + " " + reason));
    return reasons;
  }

  /**
   * Trusts exactly these bytes, under this name, and puts them into the folder of channels.
   *
   * @param from where they were read; left alone when it is that folder
   */
  public void trust(ChannelJar jar, Path from) throws IOException {
    Path there = workspace.channels().resolve(jar.file());
    if (!Files.exists(there) || !Files.isSameFile(from, there)) {
      jar.copyTo(there);
    }
    var pins = without(jar.file());
    pins.add(jar.pin());
    lock.write(pins);
  }

  /** The pin of a jar; empty when it is not trusted. */
  public Optional<Pin> pin(String file) {
    return lock.read().pins().stream().filter(pin -> pin.file().equals(file)).findFirst();
  }

  /** Trusts it no longer; the file stays where it is. */
  public void untrust(String file) throws IOException {
    lock.write(without(file));
  }

  private List<Pin> without(String file) {
    var pins = new ArrayList<>(lock.read().pins());
    pins.removeIf(pin -> pin.file().equals(file));
    return pins;
  }
}
