/**
 * Telegram's Bot API, as far as the control bot and the channel speak it alike: where a bot's
 * methods are, what an answer in its envelope means, and the shapes both read. Also what a played
 * Bot API is made of: the queue of updates with its offsets, and what becomes of a text. Each bot
 * has its own token, and nothing here knows whose it is.
 */
@NullMarked
package dev.moltbot.botapi;

import org.jspecify.annotations.NullMarked;
