/** A drafter without a model, for the demo: polite sentences from a drawer, and it says so. */
@NullMarked
package dev.moltbot.adapter.template;

import org.jspecify.annotations.NullMarked;
