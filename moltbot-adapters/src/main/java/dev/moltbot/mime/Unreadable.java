package dev.moltbot.mime;

/**
 * A mail we decline to read. It is to be quarantined, never dropped.
 *
 * @param reason in our own words, safe to log; never a word of the mail itself
 */
public record Unreadable(String reason) implements Parsed {}
