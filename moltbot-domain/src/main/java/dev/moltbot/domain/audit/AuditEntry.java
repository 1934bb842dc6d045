package dev.moltbot.domain.audit;

import java.time.Instant;

/**
 * An event with its place in the chain.
 *
 * @param sequence 1 for the first entry, then without gaps
 * @param at to the microsecond, which is what databases keep
 * @param payload the event's fields in canonical JSON
 * @param previous hash of the entry before; 64 zeros for the first
 * @param hash lower-case hex SHA-256 over everything above
 */
public record AuditEntry(
    long sequence, Instant at, String type, String payload, String previous, String hash) {}
