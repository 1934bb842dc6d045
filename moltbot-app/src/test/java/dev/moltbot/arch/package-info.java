@NullMarked
package dev.moltbot.arch;

import org.jspecify.annotations.NullMarked;
