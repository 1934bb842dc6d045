@NullMarked
package dev.moltbot.arch.planted.inner.adapter.x;

import org.jspecify.annotations.NullMarked;
