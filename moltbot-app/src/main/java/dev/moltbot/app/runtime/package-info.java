/**
 * Wires the hexagon and runs the flows. Everything that decides lives in the domain; everything
 * that reaches out lives in adapters.
 */
@NullMarked
package dev.moltbot.app.runtime;

import org.jspecify.annotations.NullMarked;
