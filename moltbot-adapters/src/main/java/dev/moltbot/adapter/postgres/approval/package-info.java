/** Drafts from the first words to the reply that was sent, and all the owner says on the way. */
@NullMarked
package dev.moltbot.adapter.postgres.approval;

import org.jspecify.annotations.NullMarked;
