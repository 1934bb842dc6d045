/**
 * Channels that come in jars of their own. A jar is loaded only when the digest of its bytes stands
 * in a lock file that the owner wrote with {@code moltbot channels trust}; anything else beside it
 * stops the start. What is shown, digested and loaded are the same bytes, read once.
 *
 * <p>Trust is whole: a loaded jar may do what Moltbot may do. Nothing of it runs before.
 */
@NullMarked
package dev.moltbot.app.trust;

import org.jspecify.annotations.NullMarked;
