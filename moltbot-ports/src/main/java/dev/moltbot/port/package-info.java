/**
 * What Moltbot asks of the world: channels, a drafter, the owner's desk, and the stores. Expected
 * failures are values; an exception is a bug, except {@link dev.moltbot.port.StoreUnavailable}.
 */
@NullMarked
package dev.moltbot.port;

import org.jspecify.annotations.NullMarked;
