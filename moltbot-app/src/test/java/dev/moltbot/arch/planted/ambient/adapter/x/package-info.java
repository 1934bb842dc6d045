@NullMarked
package dev.moltbot.arch.planted.ambient.adapter.x;

import org.jspecify.annotations.NullMarked;
