@NullMarked
package dev.moltbot.arch.planted.cycle.b;

import org.jspecify.annotations.NullMarked;
