@NullMarked
package dev.moltbot.adapter.telegramexport;

import org.jspecify.annotations.NullMarked;
