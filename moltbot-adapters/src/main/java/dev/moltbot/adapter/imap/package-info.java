/**
 * Any mailbox, by the two protocols every mail server speaks: read by IMAP, answered by SMTP. The
 * exemplary channel: {@code docs/adding-a-channel.md} was written from what was done here.
 */
@NullMarked
package dev.moltbot.adapter.imap;

import org.jspecify.annotations.NullMarked;
