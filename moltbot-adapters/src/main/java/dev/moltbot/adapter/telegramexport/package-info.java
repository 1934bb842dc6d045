/**
 * What Telegram Desktop exports as JSON: one chat, or everything with the list of contacts. People
 * and chats have the numbers that the live channel knows them by.
 */
@NullMarked
package dev.moltbot.adapter.telegramexport;

import org.jspecify.annotations.NullMarked;
