/** Programs with Moltbot in them; {@code docs/embedding.md} shows parts of these files. */
@NullMarked
package dev.moltbot.example;

import org.jspecify.annotations.NullMarked;
