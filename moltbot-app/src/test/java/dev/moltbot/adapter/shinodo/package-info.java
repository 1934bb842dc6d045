/** Shinodo inside the whole program: what reaches it, and what never does. */
@NullMarked
package dev.moltbot.adapter.shinodo;

import org.jspecify.annotations.NullMarked;
