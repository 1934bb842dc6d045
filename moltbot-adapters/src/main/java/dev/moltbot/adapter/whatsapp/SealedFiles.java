package dev.moltbot.adapter.whatsapp;

import dev.moltbot.state.StateFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A folder whose files are sealed with AES-256-GCM: what is read was written here, with this key,
 * under this name in this place. A file put in the place of another does not open.
 */
final class SealedFiles {
  private static final byte FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final StateFolder folder;
  private final SessionKey key;
  private final String place;

  /**
   * Makes the sealed view of a folder.
   *
   * @param place where it is, as far as that must not be mistaken; part of every seal
   */
  SealedFiles(StateFolder folder, SessionKey key, String place) {
    this.folder = folder;
    this.key = key;
    this.place = place;
  }

  /** A file is not what was written here: another key, another place, changed or cut. */
  static final class NotGenuine extends IOException {
    private static final long serialVersionUID = 1L;

    NotGenuine(String what) {
      super(what);
    }
  }

  SealedFiles within(String name) {
    return new SealedFiles(folder.within(name), key, place + "/" + name);
  }

  StateFolder folder() {
    return folder;
  }

  Optional<String> read(String name) throws IOException {
    Optional<byte[]> sealed = folder.read(name);
    return sealed.isEmpty() ? Optional.empty() : Optional.of(opened(name, sealed.get()));
  }

  void write(String name, String text) throws IOException {
    folder.write(name, sealed(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] sealed(String name, byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      // Without parameters the provider takes a fresh nonce from its own source of randomness.
      cipher.init(Cipher.ENCRYPT_MODE, key.key());
      cipher.updateAAD(bound(name));
      byte[] sealed = cipher.doFinal(plain);
      var whole = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length);
      return whole.put(FORMAT).put(cipher.getIV()).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not there", e);
    }
  }

  private String opened(String name, byte[] whole) throws NotGenuine {
    if (whole.length <= 1 + NONCE_BYTES || whole[0] != FORMAT) {
      throw new NotGenuine("the sealed file " + name + " is cut or of another format");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var nonce = new GCMParameterSpec(TAG_BITS, whole, 1, NONCE_BYTES);
      cipher.init(Cipher.DECRYPT_MODE, key.key(), nonce);
      cipher.updateAAD(bound(name));
      int start = 1 + NONCE_BYTES;
      byte[] plain = cipher.doFinal(whole, start, whole.length - start);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new NotGenuine("the sealed file " + name + " does not open with this key");
    }
  }

  private byte[] bound(String name) {
    return (place + "\n" + name).getBytes(StandardCharsets.UTF_8);
  }
}
