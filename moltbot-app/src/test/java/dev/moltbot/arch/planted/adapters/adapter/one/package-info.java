@NullMarked
package dev.moltbot.arch.planted.adapters.adapter.one;

import org.jspecify.annotations.NullMarked;
