@NullMarked
package dev.moltbot.arch.planted.adapters.adapter.two;

import org.jspecify.annotations.NullMarked;
