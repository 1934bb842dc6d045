package dev.moltbot.port;

import dev.moltbot.domain.message.AccountId;

/**
 * Asks a channel's service whether everything the channel needs is there: credential, permissions,
 * subscription. Changes nothing and sends nothing.
 *
 * <p><b>Threading.</b> Thread-safe; blocks.
 *
 * <p><b>Errors.</b> Everything the world can do is a {@link Health}.
 *
 * <p><b>Limits.</b> Returns within 20 seconds.
 */
public interface ChannelCheck {

  /** The account this check is about. */
  AccountId account();

  /** Asks now. */
  Health check();

  /** What the service said. */
  sealed interface Health {

    /**
     * Everything is there.
     *
     * @param detail one line in the program's own words, such as how old the token is
     */
    record Fine(String detail) implements Health {}

    /**
     * Something is missing on the service's side.
     *
     * @param remedy what to do about it, in one line
     */
    record Missing(String what, String remedy) implements Health {}

    /** The service could not be asked, so nothing is known. */
    record Unreachable(String reason) implements Health {}
  }
}
