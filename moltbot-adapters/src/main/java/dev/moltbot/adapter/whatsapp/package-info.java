/**
 * WhatsApp, as a linked device of the owner's phone. The service has no API for that: a bridge
 * process of its own ({@code moltbot-adapters/whatsapp-bridge}) speaks WhatsApp Web, and is spoken
 * to in lines over its standard input and output. It holds nothing; the session is kept here,
 * sealed.
 */
@NullMarked
package dev.moltbot.adapter.whatsapp;

import org.jspecify.annotations.NullMarked;
