/**
 * Which messages deserve the owner's time. Rules decide first; where they are not certain the
 * drafter's answer decides.
 */
@NullMarked
package dev.moltbot.domain.triage;

import org.jspecify.annotations.NullMarked;
