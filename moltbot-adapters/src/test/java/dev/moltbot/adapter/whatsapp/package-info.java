/** WhatsApp's adapter in front of a bridge that is played, and sealed files under attack. */
@NullMarked
package dev.moltbot.adapter.whatsapp;

import org.jspecify.annotations.NullMarked;
