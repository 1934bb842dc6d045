@NullMarked
package dev.moltbot.arch.planted.client;

import org.jspecify.annotations.NullMarked;
