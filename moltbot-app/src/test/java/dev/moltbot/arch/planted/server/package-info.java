@NullMarked
package dev.moltbot.arch.planted.server;

import org.jspecify.annotations.NullMarked;
