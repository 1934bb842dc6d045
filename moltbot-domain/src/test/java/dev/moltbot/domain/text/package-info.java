@NullMarked
package dev.moltbot.domain.text;

import org.jspecify.annotations.NullMarked;
