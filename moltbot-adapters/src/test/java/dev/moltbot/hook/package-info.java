/** Tests of the receiver, over real sockets. */
@NullMarked
package dev.moltbot.hook;

import org.jspecify.annotations.NullMarked;
