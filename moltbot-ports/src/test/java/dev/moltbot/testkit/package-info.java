/**
 * The kit an adapter author tests with: contracts to implement, and fixtures to write them with.
 * Contracts fake the far side at the wire; no adapter overrides or disables a test.
 */
@NullMarked
package dev.moltbot.testkit;

import org.jspecify.annotations.NullMarked;
