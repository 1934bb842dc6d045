/** Tests of the broker, over real sockets. */
@NullMarked
package dev.moltbot.adapter.tokens;

import org.jspecify.annotations.NullMarked;
