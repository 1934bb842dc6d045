@NullMarked
package dev.moltbot.adapter.telegram;

import org.jspecify.annotations.NullMarked;
