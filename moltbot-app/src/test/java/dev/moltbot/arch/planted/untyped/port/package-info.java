@NullMarked
package dev.moltbot.arch.planted.untyped.port;

import org.jspecify.annotations.NullMarked;
