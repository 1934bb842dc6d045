package dev.moltbot.port;

import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;

/**
 * A message that could not be read. Set aside, never dropped.
 *
 * @param reason in the program's own words
 * @param bytes its whole size; {@code head} may hold less
 */
public record Quarantined(MessageId id, String reason, long bytes, RawBytes head) {}
