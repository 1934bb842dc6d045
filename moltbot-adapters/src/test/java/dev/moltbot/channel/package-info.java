@NullMarked
package dev.moltbot.channel;

import org.jspecify.annotations.NullMarked;
