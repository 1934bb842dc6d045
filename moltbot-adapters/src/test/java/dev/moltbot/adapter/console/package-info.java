/** Tests of approval in the terminal. */
@NullMarked
package dev.moltbot.adapter.console;

import org.jspecify.annotations.NullMarked;
