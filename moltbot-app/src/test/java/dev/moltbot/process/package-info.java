/** The program as a process of its own: starting it, listening to it, killing it. */
@NullMarked
package dev.moltbot.process;

import org.jspecify.annotations.NullMarked;
