/**
 * Whether Moltbot works, and whether it is safe: checks, what they look at, and what they found.
 * {@code moltbot doctor} and {@code moltbot security audit} are both made of these.
 */
@NullMarked
package dev.moltbot.app.inspection;

import org.jspecify.annotations.NullMarked;
