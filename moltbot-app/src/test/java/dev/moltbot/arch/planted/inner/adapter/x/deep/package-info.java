@NullMarked
package dev.moltbot.arch.planted.inner.adapter.x.deep;

import org.jspecify.annotations.NullMarked;
