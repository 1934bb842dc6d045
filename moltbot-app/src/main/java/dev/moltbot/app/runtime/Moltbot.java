package dev.moltbot.app.runtime;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.moltbot.app.audit.ActionLog;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Leftovers;
import dev.moltbot.port.Refusals;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The whole program, put together from modules: which ones is settled before it is built, so that
 * no module needs an {@code if}.
 *
 * <p>Thread-safe once built. Close it to stop the database and write what is still to be written.
 */
public final class Moltbot implements AutoCloseable {
  private final Injector injector;
  private final ApiCallLog calls;
  private final List<Module> modules;

  private Moltbot(Injector injector, ApiCallLog calls, List<Module> modules) {
    this.injector = injector;
    this.calls = calls;
    this.modules = modules;
  }

  /**
   * Puts it together and opens the database.
   *
   * @param parts a database, a desk, a drafter and channels; those that are {@code AutoCloseable}
   *     are closed with it
   */
  public static Moltbot assemble(Pace pace, List<Module> parts) {
    var modules = new ArrayList<Module>(parts);
    modules.add(new FlowModule(pace));
    modules.add(binder -> binder.bind(Loops.class).in(Singleton.class));
    return build(modules);
  }

  /** Only the stores, for a command that looks something up or leaves a note. */
  public static Moltbot storesOnly(Module database) {
    return build(List.of(database));
  }

  private static Moltbot build(List<Module> parts) {
    var calls = new ApiCallLog();
    var modules = new ArrayList<Module>(parts);
    modules.add(new WorldModule(calls));
    try {
      return new Moltbot(Guice.createInjector(Stage.PRODUCTION, modules), calls, modules);
    } catch (RuntimeException e) {
      closeAll(modules);
      throw e;
    }
  }

  /** One of its parts. */
  public <T> T part(Class<T> type) {
    return injector.getInstance(type);
  }

  /** The installed readers, one per account. */
  public Set<ChannelReader> readers() {
    return injector.getInstance(Key.get(new TypeLiteral<Set<ChannelReader>>() {}));
  }

  /** Puts an event of the program itself on record. */
  public void note(AuditEvent event) {
    part(AuditLog.class).append(event, part(InstantSource.class).instant());
  }

  /** Takes up what an earlier run left when it died. */
  public void clearLeftovers() {
    part(Leftovers.class).clear(part(InstantSource.class).instant());
  }

  /** Brings the record and its copy in {@code actions.log} up to date. */
  public void catchUp(ActionLog log) {
    calls.writeTo(part(AuditLog.class), part(Refusals.class), part(InstantSource.class));
    log.follow(part(AuditLog.class));
  }

  /** A log of actions in this folder, up to date. */
  public ActionLog actionLog(Path folder) {
    var log = new ActionLog(folder.resolve("actions.log"));
    catchUp(log);
    return log;
  }

  @Override
  public void close() {
    try {
      calls.writeTo(part(AuditLog.class), part(Refusals.class), part(InstantSource.class));
    } finally {
      closeAll(modules);
    }
  }

  static void closeAll(List<Module> modules) {
    for (Module module : modules) {
      if (module instanceof AutoCloseable open) {
        try {
          open.close();
        } catch (Exception e) {
          throw new IllegalStateException("could not close " + module.getClass().getName(), e);
        }
      }
    }
  }
}
