@NullMarked
package dev.moltbot.arch.planted.adapterface.adapter.x;

import org.jspecify.annotations.NullMarked;
