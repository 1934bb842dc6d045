/**
 * The owner's own Telegram account as a channel, through a business connection: a bot that the
 * owner connected to it reads the private chats and answers in them as the owner. Another bot than
 * the one that shows cards, with a token of its own: strangers write into these chats.
 */
@NullMarked
package dev.moltbot.adapter.telegram;

import org.jspecify.annotations.NullMarked;
