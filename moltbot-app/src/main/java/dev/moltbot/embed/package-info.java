/**
 * Moltbot as a part of another program: put together from a data source, channels, a drafter and a
 * desk, without a command line, settings files or an injector in the caller's code.
 */
@NullMarked
package dev.moltbot.embed;

import org.jspecify.annotations.NullMarked;
