package dev.moltbot.domain.egress;

/**
 * The one credential that may be shown to an endpoint: somebody else's key would make an allowed
 * host somebody else's mailbox.
 *
 * @param header in lower case
 */
public record Key(String header, Source source) {

  /** Where its value comes from. */
  public sealed interface Source {

    /** A setting of the owner's. */
    record Set(String setting) implements Source {}

    /** An answer of that host, which passed through the gateway. */
    record GrantedBy(String host) implements Source {}
  }
}
