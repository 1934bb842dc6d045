package dev.moltbot.app.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.ApiCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One channel put together by itself, so that it can be asked how it does while another process
 * runs it. What nobody asks for is not made: its reader opens no port and starts no program.
 */
public final class LoneChannel implements AutoCloseable {
  private final List<Module> parts;
  private final Set<ChannelCheck> checks;

  private LoneChannel(List<Module> parts, Set<ChannelCheck> checks) {
    this.parts = parts;
    this.checks = checks;
  }

  /**
   * Puts it together.
   *
   * @param channel its module, of settings without problems
   * @param stores a database, where one is open; it is not closed with this
   * @throws CannotBuild when the channel needs what is not there
   */
  public static LoneChannel of(
      Module channel, List<Module> stores, StateFolders folders, ApiCalls calls) {
    var parts = new ArrayList<Module>(stores);
    parts.add(new WorldModule(calls));
    parts.add(new Sets());
    parts.add(binder -> binder.bind(StateFolders.class).toInstance(folders));
    parts.add(channel);
    try {
      var injector = Guice.createInjector(Stage.DEVELOPMENT, parts);
      var checks = injector.getInstance(Key.get(new TypeLiteral<Set<ChannelCheck>>() {}));
      return new LoneChannel(List.of(channel), checks);
    } catch (CreationException | ConfigurationException | ProvisionException e) {
      Moltbot.closeAll(List.of(channel));
      throw new CannotBuild(e);
    }
  }

  /** How its accounts are asked; empty for a channel that has no check. */
  public Set<ChannelCheck> checks() {
    return checks;
  }

  @Override
  public void close() {
    Moltbot.closeAll(parts);
  }

  /** The channel cannot be put together by itself. */
  public static final class CannotBuild extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotBuild(RuntimeException cause) {
      super("cannot be put together by itself", cause);
    }
  }

  private static final class Sets extends AbstractModule {
    @Override
    protected void configure() {
      Multibinder.newSetBinder(binder(), ChannelReader.class);
      Multibinder.newSetBinder(binder(), ChannelSender.class);
      Multibinder.newSetBinder(binder(), SendLookup.class);
      Multibinder.newSetBinder(binder(), ChannelCheck.class);
    }
  }
}
