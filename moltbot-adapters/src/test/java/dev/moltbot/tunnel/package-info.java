@NullMarked
package dev.moltbot.tunnel;

import org.jspecify.annotations.NullMarked;
