package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import java.text.Normalizer;
import java.util.Locale;

/** An address normalised, so that one mailbox or number has one spelling. */
public record Handle(ChannelId channel, String value) {

  public Handle {
    if (value.isBlank()) {
      throw new IllegalArgumentException("handle is blank");
    }
    value = normalised(value);
  }

  public static Handle of(ChannelId channel, Address address) {
    return new Handle(channel, address.value());
  }

  /** NFKC and lower case: every channel here compares names without case. */
  private static String normalised(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** Never the address: it is a third person's. */
  @Override
  public String toString() {
    return "Handle[" + channel + "]";
  }
}
