/**
 * Which characters can be seen, and which phrases occur. What is approved must be what is read, so
 * words that go out hold nothing invisible.
 */
@NullMarked
package dev.moltbot.domain.text;

import org.jspecify.annotations.NullMarked;
