package dev.moltbot.adapter.gmail;

import dev.moltbot.wire.Secret;

/**
 * Where access tokens come from. Kept this small so that a broker outside of the sandbox, which
 * alone holds the refresh token, can take the place of {@link RefreshedTokens}.
 *
 * <p>Thread-safe. Nothing here throws for what the world does.
 */
interface AccessTokens {

  /** A token, minted when there is none or it is about to expire. */
  Access current();

  /** Another token than the one that was turned down. Many may ask at once; one is minted. */
  Access insteadOf(Secret refused);
}
