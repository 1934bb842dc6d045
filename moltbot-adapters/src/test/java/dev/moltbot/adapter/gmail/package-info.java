/** Gmail against a fake at the wire, and Google's own model of its JSON. */
@NullMarked
package dev.moltbot.adapter.gmail;

import org.jspecify.annotations.NullMarked;
