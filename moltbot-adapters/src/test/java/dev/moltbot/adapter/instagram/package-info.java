@NullMarked
package dev.moltbot.adapter.instagram;

import org.jspecify.annotations.NullMarked;
