/** Mails read and written. */
@NullMarked
package dev.moltbot.mime;

import org.jspecify.annotations.NullMarked;
