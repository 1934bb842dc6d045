/** What the owner is told of channels. */
@NullMarked
package dev.moltbot.app.channels;

import org.jspecify.annotations.NullMarked;
