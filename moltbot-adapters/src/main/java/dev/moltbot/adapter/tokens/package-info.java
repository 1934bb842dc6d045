/**
 * The broker of Gmail's access tokens: holds the refresh token and the client's secret where
 * Moltbot itself cannot see them, and hands out what lives for an hour. Runs in a container of its
 * own, beside the sandbox.
 */
@NullMarked
package dev.moltbot.adapter.tokens;

import org.jspecify.annotations.NullMarked;
