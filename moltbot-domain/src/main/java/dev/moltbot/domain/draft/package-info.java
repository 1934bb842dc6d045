/** Proposed words for one conversation, and the digest that binds them to their recipient. */
@NullMarked
package dev.moltbot.domain.draft;

import org.jspecify.annotations.NullMarked;
