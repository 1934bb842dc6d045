@NullMarked
package dev.moltbot.domain.credential;

import org.jspecify.annotations.NullMarked;
