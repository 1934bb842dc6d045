/** Stored messages: their rows, the timeline, and their words made findable. */
@NullMarked
package dev.moltbot.adapter.postgres.message;

import org.jspecify.annotations.NullMarked;
