/**
 * The way from nothing to a Moltbot that runs: one question at a time, each answer tried and kept
 * before the next, the owner found by a link. Can be left at any point and taken up again: what is
 * set is not asked.
 */
@NullMarked
package dev.moltbot.app.onboarding;

import org.jspecify.annotations.NullMarked;
