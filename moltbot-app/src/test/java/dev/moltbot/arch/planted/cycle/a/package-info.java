@NullMarked
package dev.moltbot.arch.planted.cycle.a;

import org.jspecify.annotations.NullMarked;
