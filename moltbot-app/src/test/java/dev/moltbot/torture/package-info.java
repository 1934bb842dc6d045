/** The whole program under bad input: mails made to break parsers, texts made to give orders. */
@NullMarked
package dev.moltbot.torture;

import org.jspecify.annotations.NullMarked;
