package dev.moltbot.hook;

import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over the raw body, in a header. Compared in constant time.
 *
 * @param header the header's name
 * @param prefix what stands in front of the digest, such as {@code sha256=}; empty for nothing
 */
public record Signature(String header, String prefix, Encoding encoding, Secret key) {
  private static final String ALGORITHM = "HmacSHA256";

  /** How the digest is written. */
  public enum Encoding {
    HEX,
    BASE64
  }

  /** A digest in hexadecimal, with a prefix or an empty one. */
  public static Signature hex(String header, String prefix, Secret key) {
    return new Signature(header, prefix, Encoding.HEX, key);
  }

  /**
   * Whether these are the words of someone who has the key.
   *
   * @param values the header's values; another number than one is wrong
   */
  public boolean covers(byte[] body, List<String> values) {
    if (values.size() != 1 || !values.getFirst().startsWith(prefix)) {
      return false;
    }
    return MessageDigest.isEqual(digest(body), decoded(values.getFirst().strip()));
  }

  /** The header's value for a body; for tests and rehearsals. */
  public String of(byte[] body) {
    byte[] digest = digest(body);
    return prefix
        + switch (encoding) {
          case HEX -> HexFormat.of().formatHex(digest);
          case BASE64 -> Base64.getEncoder().encodeToString(digest);
        };
  }

  private byte[] digest(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  /** What cannot be decoded is the digest of nothing. */
  private byte[] decoded(String value) {
    String digits = value.substring(prefix.length());
    try {
      return switch (encoding) {
        case HEX -> HexFormat.of().parseHex(digits);
        case BASE64 -> Base64.getDecoder().decode(digits);
      };
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
