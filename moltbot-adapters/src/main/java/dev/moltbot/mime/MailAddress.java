package dev.moltbot.mime;

import dev.moltbot.domain.message.UntrustedText;
import java.util.Optional;

/**
 * An address with the name written beside it.
 *
 * @param address local part, {@code @} and domain; no blanks, controls or brackets, so it can never
 *     break out of a header
 */
public record MailAddress(UntrustedText name, String address) {
  /** Longest address, in characters (RFC 5321 allows 64 + 1 + 255). */
  public static final int MAX_CHARS = 320;

  public MailAddress {
    if (!usable(address)) {
      throw new IllegalArgumentException("not an address, " + address.length() + " chars");
    }
  }

  /** The address, or empty when the words are not one. */
  public static Optional<MailAddress> of(String name, String address) {
    return usable(address)
        ? Optional.of(new MailAddress(new UntrustedText(name), address))
        : Optional.empty();
  }

  private static boolean usable(String address) {
    int at = address.lastIndexOf('@');
    return at > 0
        && at < address.length() - 1
        && address.length() <= MAX_CHARS
        && address.chars().noneMatch(MailAddress::forbidden);
  }

  private static boolean forbidden(int c) {
    if (c < 0x7f) {
      return c <= ' ' || "<>,;:\"()[]\\".indexOf(c) >= 0;
    }
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.isSurrogate((char) c)
        || c == CleanText.REPLACEMENT;
  }

  /** Neither name nor address: they belong to a third person. */
  @Override
  public String toString() {
    return "MailAddress[" + address.length() + " chars]";
  }
}
