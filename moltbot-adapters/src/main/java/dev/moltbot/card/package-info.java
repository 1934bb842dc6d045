/**
 * What every desk shares, whether a phone or a terminal: how words are made fully visible before
 * the owner decides on them, and how the owner's own words are understood. Pure; no desk's wire
 * types appear here.
 */
@NullMarked
package dev.moltbot.card;

import org.jspecify.annotations.NullMarked;
