@NullMarked
package dev.moltbot.export;

import org.jspecify.annotations.NullMarked;
