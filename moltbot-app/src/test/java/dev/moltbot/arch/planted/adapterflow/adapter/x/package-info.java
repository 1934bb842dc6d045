@NullMarked
package dev.moltbot.arch.planted.adapterflow.adapter.x;

import org.jspecify.annotations.NullMarked;
