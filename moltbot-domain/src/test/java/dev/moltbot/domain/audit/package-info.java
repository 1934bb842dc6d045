@NullMarked
package dev.moltbot.domain.audit;

import org.jspecify.annotations.NullMarked;
