package dev.moltbot.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Appends events to a SHA-256 chain. Holds only the chain's head; immutable.
 *
 * <p>The hash covers length-prefixed fields: previous hash, sequence, time, type, payload.
 */
public record AuditChain(long sequence, String head) {
  /** The head of an empty chain. */
  public static final AuditChain EMPTY = new AuditChain(0, "0".repeat(64));

  /** The entry that records the event; the chain continues {@link #after} it. */
  public AuditEntry append(AuditEvent event, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    String payload = CanonicalJson.of(event);
    long next = sequence + 1;
    String hash = hash(head, next, at, event.type(), payload);
    return new AuditEntry(next, at, event.type(), payload, head, hash);
  }

  /** The chain that ends in this entry. Trusts it; to distrust it, see {@link Verification}. */
  public static AuditChain after(AuditEntry entry) {
    return new AuditChain(entry.sequence(), entry.hash());
  }

  /** The hash the entry should have, from its other fields. */
  static String expectedHash(AuditEntry entry) {
    return hash(entry.previous(), entry.sequence(), entry.at(), entry.type(), entry.payload());
  }

  private static String hash(String previous, long seq, Instant at, String type, String payload) {
    MessageDigest sha256 = sha256();
    update(sha256, previous);
    update(sha256, Long.toString(seq));
    update(sha256, at.toString());
    update(sha256, type);
    update(sha256, payload);
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void update(MessageDigest digest, String field) {
    byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
    digest.update((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(utf8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
