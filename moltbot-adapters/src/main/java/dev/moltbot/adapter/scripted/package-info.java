/**
 * Channels that play a script, for the demo: messages from believable strangers, and a far side
 * that takes every reply.
 */
@NullMarked
package dev.moltbot.adapter.scripted;

import org.jspecify.annotations.NullMarked;
