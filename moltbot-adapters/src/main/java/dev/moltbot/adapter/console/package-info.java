/**
 * Approval in the terminal, for the demo and for development: the same cards, one after the other,
 * each with its own answer.
 */
@NullMarked
package dev.moltbot.adapter.console;

import org.jspecify.annotations.NullMarked;
