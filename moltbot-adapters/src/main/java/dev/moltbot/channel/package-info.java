/**
 * What channels share, written once: what an answer means for reading and for sending, how long to
 * keep quiet, where a channel keeps its own state, and how a channel describes itself to whoever
 * installs it. Knows no channel.
 */
@NullMarked
package dev.moltbot.channel;

import org.jspecify.annotations.NullMarked;
