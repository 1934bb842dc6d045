/**
 * A warning light for texts that try to steer the assistant. Never the brake: the brake is that
 * nothing is sent without the owner's yes.
 */
@NullMarked
package dev.moltbot.domain.screening;

import org.jspecify.annotations.NullMarked;
