@NullMarked
package dev.moltbot.fake;

import org.jspecify.annotations.NullMarked;
