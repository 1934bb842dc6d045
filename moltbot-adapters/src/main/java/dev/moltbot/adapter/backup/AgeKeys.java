package dev.moltbot.adapter.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import dev.moltbot.wire.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;

/** X25519 keys as age spells them. */
final class AgeKeys {
  private static final String RECIPIENT = "age1[02-9ac-hj-np-z]{58}";
  private static final String KEY = "AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}";

  private AgeKeys() {}

  static BackupConfig.KeyPair fresh() {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      return new BackupConfig.KeyPair(
          Secret.of(text(pair.getPrivate().getEncoded())), text(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no X25519", e);
    }
  }

  private static String text(byte[] encoded) {
    return new String(encoded, StandardCharsets.US_ASCII);
  }

  /** With its checksum: a mistyped one would make backups that nobody can open. */
  static boolean isRecipient(String text) {
    try {
      return text.matches(RECIPIENT) && writer(text) != null;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  static boolean isKey(String text) {
    try {
      return text.matches(KEY) && reader(Secret.of(text)) != null;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  static RecipientStanzaWriter writer(String recipient) throws GeneralSecurityException {
    return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
  }

  static RecipientStanzaReader reader(Secret key) throws GeneralSecurityException {
    return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key.reveal());
  }
}
