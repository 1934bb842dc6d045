/**
 * What others wrote to the owner, and where: messages, the conversations they belong to, and the
 * text itself as {@link dev.moltbot.domain.message.UntrustedText}, which cannot drift into a prompt
 * or a log by accident.
 */
@NullMarked
package dev.moltbot.domain.message;

import org.jspecify.annotations.NullMarked;
