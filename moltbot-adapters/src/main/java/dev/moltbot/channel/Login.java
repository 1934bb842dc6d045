package dev.moltbot.channel;

import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Gets a channel's credential together with the owner, at a terminal: {@code moltbot channels login
 * NAME}. Blocks until it is done or given up; called by one thread, which may be interrupted to end
 * it early.
 */
@FunctionalInterface
public interface Login {
  /** For a channel whose credentials are all settings. */
  Login NONE =
      (world, steps) ->
          new Outcome.Failed(
              "this channel has no login of its own", "Set what its settings ask for in .env.");

  /** Walks through it once. What stands in the way of it is an outcome. */
  Outcome walk(World world, Steps steps) throws InterruptedException;

  /**
   * What a login may use.
   *
   * @param settings the owner's; what a login finds wrong with them it notes there as a problem
   * @param folders where a channel keeps what it gets
   * @param nanos a clock for measuring, in nanoseconds
   */
  record World(
      Settings settings,
      StateFolders folders,
      HttpClients clients,
      InstantSource time,
      LongSupplier nanos,
      RandomGenerator random) {}

  /** How the owner follows it. Called on the thread of {@link #walk}. */
  interface Steps {

    /** Shows one line. */
    void say(String line);

    /** Asks the owner to open a page in a browser. */
    void open(URI page);

    /**
     * Shows a code to scan, in place of the one before.
     *
     * @param code what the picture says; a credential for as long as it is good
     * @param goodFor about how long until the next one
     */
    void qr(String code, Duration goodFor);
  }

  /** How it ended. */
  sealed interface Outcome {

    /**
     * The credential is there.
     *
     * @param where it was put, for the owner
     */
    record Stored(String where) implements Outcome {}

    /**
     * It is not.
     *
     * @param reason in the program's own words
     * @param remedy what to do about it, in one line
     */
    record Failed(String reason, String remedy) implements Outcome {}
  }
}
