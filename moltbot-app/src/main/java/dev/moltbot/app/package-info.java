/** Where the program begins. */
@NullMarked
package dev.moltbot.app;

import org.jspecify.annotations.NullMarked;
