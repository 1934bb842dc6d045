@NullMarked
package dev.moltbot.domain.screening;

import org.jspecify.annotations.NullMarked;
