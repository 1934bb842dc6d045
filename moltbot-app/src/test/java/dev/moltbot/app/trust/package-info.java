/** Which jars get in, and which stop the start. */
@NullMarked
package dev.moltbot.app.trust;

import org.jspecify.annotations.NullMarked;
