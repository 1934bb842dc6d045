@NullMarked
package dev.moltbot.arch.planted.contract;

import org.jspecify.annotations.NullMarked;
