/**
 * A search for credentials in places where none belongs: the values that are in use, and anything
 * of the shape that services give theirs. Reads streams, keeps little of them, and never says what
 * it found, only where.
 */
@NullMarked
package dev.moltbot.app.inspection.deep.secret;

import org.jspecify.annotations.NullMarked;
