/**
 * Bytes of one mail to plain, immutable fields, and back for a reply. Shared by every adapter that
 * speaks mail. Nothing in here throws for what a stranger may send: a mail is either a {@link
 * dev.moltbot.mime.Mail} or {@link dev.moltbot.mime.Unreadable} with a reason.
 */
@NullMarked
package dev.moltbot.mime;

import org.jspecify.annotations.NullMarked;
