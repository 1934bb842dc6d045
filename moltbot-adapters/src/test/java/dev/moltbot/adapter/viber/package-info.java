/** Viber, in front of a Viber on loopback that is written from the facts. */
@NullMarked
package dev.moltbot.adapter.viber;

import org.jspecify.annotations.NullMarked;
