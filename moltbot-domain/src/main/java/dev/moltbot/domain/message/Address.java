package dev.moltbot.domain.message;

/**
 * Where a person can be written to on a channel, spelled as the channel spells it: an e-mail
 * address, a chat id, a phone number. Normalised form: {@code Handle}.
 */
public record Address(String value) {

  public Address {
    NativeIds.check("address", value);
  }

  /** Never the address: it is a third person's, and logs are read by more people. */
  @Override
  public String toString() {
    return "Address[" + value.length() + " chars]";
  }
}
