/**
 * LinkedIn, in as far as its owner is let in: reading through the member changelog where the member
 * may, sending through the Messages API where there is partner access, and else imports and the
 * owner's own hand. The shape of a message event is that of LinkedIn's Compliance Events pages;
 * that the changelog uses it is not verified, so what does not fit is set aside.
 */
@NullMarked
package dev.moltbot.adapter.linkedin;

import org.jspecify.annotations.NullMarked;
