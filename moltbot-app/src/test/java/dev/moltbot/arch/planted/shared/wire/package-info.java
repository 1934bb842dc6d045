@NullMarked
package dev.moltbot.arch.planted.shared.wire;

import org.jspecify.annotations.NullMarked;
