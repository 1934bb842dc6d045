@NullMarked
package dev.moltbot.domain.triage;

import org.jspecify.annotations.NullMarked;
