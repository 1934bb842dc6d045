package dev.moltbot.mime;

/** What became of the bytes of one mail. */
public sealed interface Parsed permits Mail, Unreadable {}
