/**
 * What people are called and numbered, in whatever spelling: folded so that two spellings of one
 * name or number can be compared. Pure computation; knows no channel and no store.
 */
@NullMarked
package dev.moltbot.naming;

import org.jspecify.annotations.NullMarked;
