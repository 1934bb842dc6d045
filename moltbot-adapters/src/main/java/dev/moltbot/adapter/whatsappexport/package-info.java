/**
 * Chats as text: what WhatsApp's "Export chat" writes, in every layout and language the phone has,
 * and the like of it for Signal.
 */
@NullMarked
package dev.moltbot.adapter.whatsappexport;

import org.jspecify.annotations.NullMarked;
