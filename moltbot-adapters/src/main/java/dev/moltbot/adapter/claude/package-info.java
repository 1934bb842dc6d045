/**
 * Drafts by Claude, over Anthropic's Messages API. The model is assumed hostile: it has no tools,
 * sees one conversation as quoted data, chooses no recipient, and whatever it answers is read
 * strictly or not at all.
 */
@NullMarked
package dev.moltbot.adapter.claude;

import org.jspecify.annotations.NullMarked;
