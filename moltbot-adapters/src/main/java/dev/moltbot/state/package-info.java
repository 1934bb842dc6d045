/**
 * What a channel keeps on disk between runs: small private files, and a spool of messages that were
 * handed to us and not yet stored. One folder for each channel, open to its owner alone.
 */
@NullMarked
package dev.moltbot.state;

import org.jspecify.annotations.NullMarked;
