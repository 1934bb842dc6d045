package dev.moltbot.app.inspection;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.app.trust.PrivateFile;
import dev.moltbot.domain.credential.CredentialName;
import dev.moltbot.domain.credential.Rotation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Since when each credential is in use, in {@code credentials.json} of the workspace: a date and a
 * fingerprint under a key of its own, no credential. A new value begins anew.
 */
public final class FirstSeen {
  static final String FILE = "credentials.json";
  static final String KEY_FILE = "credentials.key";

  private static final int KEY_BYTES = 32;
  private static final int MAX_BYTES = 1 << 16;
  private static final String PRIVATE = "rw-------";

  private static final JsonAdapter<Map<String, Map<String, String>>> JSON =
      new Moshi.Builder()
          .build()
          .adapter(
              Types.newParameterizedType(
                  Map.class,
                  String.class,
                  Types.newParameterizedType(Map.class, String.class, String.class)));

  private FirstSeen() {}

  /** Writes down what is new. Without a workspace, or where it cannot be written, nothing. */
  public static void note(Scene scene) {
    Path file = scene.home().resolve(FILE);
    if (!Files.isDirectory(scene.home()) || Files.isSymbolicLink(file)) {
      return;
    }
    try {
      Map<String, Map<String, String>> before = read(file);
      Map<String, Map<String, String>> now = now(scene, before, key(scene.home()));
      if (!now.equals(before)) {
        PrivateFile.write(
            file, JSON.indent("  ").toJson(now).getBytes(StandardCharsets.UTF_8), PRIVATE);
      }
    } catch (IOException | GeneralSecurityException e) {
      // The check that reads it says that nothing is known.
      return;
    }
  }

  /** What is written down, of credentials that are set. */
  static List<Rotation> of(Scene scene) throws IOException {
    var found = new ArrayList<Rotation>();
    for (Map.Entry<String, Map<String, String>> one : read(scene.home().resolve(FILE)).entrySet()) {
      if (!scene.values().getOrDefault(one.getKey(), "").isBlank()) {
        found.add(rotation(one.getKey(), one.getValue().getOrDefault("since", "")));
      }
    }
    return found;
  }

  private static Rotation rotation(String name, String since) throws IOException {
    try {
      return new Rotation(new CredentialName(name), LocalDate.parse(since));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IOException(FILE + " makes no sense", e);
    }
  }

  private static Map<String, Map<String, String>> now(
      Scene scene, Map<String, Map<String, String>> before, byte[] key)
      throws GeneralSecurityException {
    var now = new TreeMap<String, Map<String, String>>();
    for (CredentialName name : Revocation.where().keySet()) {
      String value = scene.values().getOrDefault(name.value(), "").strip();
      if (!value.isEmpty()) {
        String print = fingerprint(name, value, key);
        Map<String, String> old = before.getOrDefault(name.value(), Map.of());
        boolean same = print.equals(old.get("fingerprint"));
        now.put(
            name.value(),
            same
                ? old
                : new TreeMap<>(Map.of("fingerprint", print, "since", scene.today().toString())));
      }
    }
    return now;
  }

  private static String fingerprint(CredentialName name, String value, byte[] key)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return HexFormat.of()
        .formatHex(mac.doFinal((name + "\0" + value).getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] key(Path home) throws IOException {
    Path file = home.resolve(KEY_FILE);
    if (Files.exists(file)) {
      return PrivateFile.read(file, MAX_BYTES);
    }
    var key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    PrivateFile.write(file, key, PRIVATE);
    return key;
  }

  private static Map<String, Map<String, String>> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      var read =
          JSON.fromJson(new String(PrivateFile.read(file, MAX_BYTES), StandardCharsets.UTF_8));
      return read == null ? Map.of() : read;
    } catch (com.squareup.moshi.JsonDataException e) {
      throw new IOException(FILE + " makes no sense", e);
    }
  }
}
