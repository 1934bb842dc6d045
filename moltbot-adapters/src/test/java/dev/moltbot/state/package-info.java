/** Tests of what channels keep on disk. */
@NullMarked
package dev.moltbot.state;

import org.jspecify.annotations.NullMarked;
