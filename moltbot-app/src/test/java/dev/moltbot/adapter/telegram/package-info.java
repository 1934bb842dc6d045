/**
 * The Telegram channel with what the app puts around it. Here, so that everything about the channel
 * goes when its package goes.
 */
@NullMarked
package dev.moltbot.adapter.telegram;

import org.jspecify.annotations.NullMarked;
