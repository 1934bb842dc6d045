@NullMarked
package dev.moltbot.adapter.shinodo;

import org.jspecify.annotations.NullMarked;
