/** What the owner asks an assistant of their own, apart from all messages and drafts. */
@NullMarked
package dev.moltbot.domain.question;

import org.jspecify.annotations.NullMarked;
