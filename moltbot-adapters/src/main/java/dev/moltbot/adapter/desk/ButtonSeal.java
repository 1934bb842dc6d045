package dev.moltbot.adapter.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a button into the 64 bytes Telegram allows and reads it back, refusing everything it did
 * not write for this owner in this chat. The key comes from the bot's token alone, so a button
 * outlives a restart and dies with the token. That a button works once is the request's state in
 * the database, not anything in here.
 *
 * <p>Layout, all ASCII: action (1), request (22), digest prefix (11), MAC (22).
 */
final class ButtonSeal {
  static final int LENGTH = 56;
  private static final int SIGNED_LENGTH = 34;
  private static final int MAC_BYTES = 16;
  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final byte[] key;
  private final long owner;
  private final long chat;

  ButtonSeal(String token, long owner, long chat) {
    this.key = mac(ascii(token), ascii("moltbot desk v1"));
    this.owner = owner;
    this.chat = chat;
  }

  /** The button as callback data; equal buttons give equal data. */
  String write(Button button) {
    byte[] request =
        ByteBuffer.allocate(16)
            .putLong(button.request().getMostSignificantBits())
            .putLong(button.request().getLeastSignificantBits())
            .array();
    byte[] digest = ByteBuffer.allocate(8).putLong(button.digestPrefix()).array();
    String signed =
        button.action() + ENCODER.encodeToString(request) + ENCODER.encodeToString(digest);
    return signed + seal(signed);
  }

  /** The button, if every character of the data is one that {@link #write} put there. */
  Optional<Button> read(String data) {
    if (data.length() != LENGTH || !data.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    String signed = data.substring(0, SIGNED_LENGTH);
    byte[] expected = ascii(seal(signed));
    if (!MessageDigest.isEqual(expected, ascii(data.substring(SIGNED_LENGTH)))) {
      return Optional.empty();
    }
    ByteBuffer request = ByteBuffer.wrap(DECODER.decode(signed.substring(1, 23)));
    ByteBuffer digest = ByteBuffer.wrap(DECODER.decode(signed.substring(23)));
    return Optional.of(
        new Button(
            signed.charAt(0), new UUID(request.getLong(), request.getLong()), digest.getLong()));
  }

  /** The same for one person always, and tells nothing about who it is. */
  String pseudonym(long user) {
    byte[] mac = mac(key, ascii("pseudonym " + user));
    return ENCODER.encodeToString(Arrays.copyOf(mac, 6));
  }

  /** Over the written characters, not the decoded bytes: base64 has more than one spelling. */
  private String seal(String signed) {
    byte[] content =
        ByteBuffer.allocate(SIGNED_LENGTH + 16)
            .put(ascii(signed))
            .putLong(owner)
            .putLong(chat)
            .array();
    return ENCODER.encodeToString(Arrays.copyOf(mac(key, content), MAC_BYTES));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] mac(byte[] key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
