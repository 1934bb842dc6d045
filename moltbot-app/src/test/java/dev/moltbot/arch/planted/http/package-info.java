@NullMarked
package dev.moltbot.arch.planted.http;

import org.jspecify.annotations.NullMarked;
