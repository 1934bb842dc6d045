/**
 * A mailbox file as a channel: mails are read from an mbox, approved replies are written as .eml
 * files into a folder. For the demo on real mail, and for whoever has mail but no server.
 */
@NullMarked
package dev.moltbot.adapter.mailbox;

import org.jspecify.annotations.NullMarked;
