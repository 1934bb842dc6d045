@NullMarked
package dev.moltbot.arch.planted.inner;

import org.jspecify.annotations.NullMarked;
