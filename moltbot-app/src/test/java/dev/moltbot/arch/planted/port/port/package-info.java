@NullMarked
package dev.moltbot.arch.planted.port.port;

import org.jspecify.annotations.NullMarked;
