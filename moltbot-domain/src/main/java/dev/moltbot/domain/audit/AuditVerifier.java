package dev.moltbot.domain.audit;

import java.util.Optional;

/**
 * Checks entries one after the other as they are read; memory does not grow with the chain. One
 * verifier a chain; not thread-safe.
 */
public final class AuditVerifier {
  private AuditChain chain;
  private Optional<Verification.Broken> broken = Optional.empty();

  /** From the first entry on. */
  public AuditVerifier() {
    this(AuditChain.EMPTY);
  }

  private AuditVerifier(AuditChain chain) {
    this.chain = chain;
  }

  /** From the entry after this one on; what is before it, and it itself, goes unchecked. */
  public static AuditVerifier after(AuditEntry entry) {
    return new AuditVerifier(AuditChain.after(entry));
  }

  /** Takes the next entry. Returns false once the chain is broken; going on is then pointless. */
  public boolean accept(AuditEntry entry) {
    if (broken.isPresent()) {
      return false;
    }
    String fault = faultOf(entry);
    if (!fault.isEmpty()) {
      broken = Optional.of(new Verification.Broken(chain.sequence() + 1, fault));
      return false;
    }
    chain = AuditChain.after(entry);
    return true;
  }

  /** What the entries so far amount to. */
  public Verification result() {
    return broken
        .<Verification>map(fault -> fault)
        .orElseGet(() -> new Verification.Intact(chain.sequence(), chain.head()));
  }

  private String faultOf(AuditEntry entry) {
    if (entry.sequence() != chain.sequence() + 1) {
      return "entry " + (chain.sequence() + 1) + " is missing, found " + entry.sequence();
    }
    if (!entry.previous().equals(chain.head())) {
      return "does not follow from the entry before it";
    }
    if (!entry.hash().equals(AuditChain.expectedHash(entry))) {
      return "was changed after it was written";
    }
    return "";
  }
}
