/** Tests of what every desk shares. */
@NullMarked
package dev.moltbot.card;

import org.jspecify.annotations.NullMarked;
