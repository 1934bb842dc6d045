/** Consent as a type: the only way to something sendable leads through the owner's yes. */
@NullMarked
package dev.moltbot.domain.approval;

import org.jspecify.annotations.NullMarked;
