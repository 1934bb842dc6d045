package dev.moltbot.hook;

/**
 * What came in since the receiver was opened.
 *
 * @param kept bodies that were signed and are on disk
 * @param wrong calls without the right signature
 * @param turnedAway signed bodies that could not be kept, and will come again
 */
public record Tally(long kept, long wrong, long turnedAway) {}
