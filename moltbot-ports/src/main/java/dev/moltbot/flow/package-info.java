/**
 * What the world may ask of Moltbot: the five hops from a message to a reply, and telling the
 * owner. Each hop pulls one piece of work, and ends in a committed row.
 */
@NullMarked
package dev.moltbot.flow;

import org.jspecify.annotations.NullMarked;
