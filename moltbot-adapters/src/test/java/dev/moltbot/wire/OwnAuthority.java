package dev.moltbot.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A certificate that nobody knows, made for each run by the JDK's own tool. */
public final class OwnAuthority {
  private static final String PASSWORD = "for tests only";

  private final KeyStore keys;

  private OwnAuthority(KeyStore keys) {
    this.keys = keys;
  }

  /** For that host. */
  public static OwnAuthority of(String host) {
    try {
      Path folder = Files.createTempDirectory("authority");
      Path store = folder.resolve("own.p12");
      keytool(
          "-genkeypair -alias own -keyalg EC -dname CN=test -validity 2 -storetype PKCS12 -ext san=dns:"
              + host,
          store);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream file = Files.newInputStream(store)) {
        keys.load(file, PASSWORD.toCharArray());
      }
      Files.delete(store);
      Files.delete(folder);
      return new OwnAuthority(keys);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What others would have to believe. */
  public X509Certificate certificate() throws GeneralSecurityException {
    return (X509Certificate) Objects.requireNonNull(keys.getCertificate("own"));
  }

  /** The same as a file has it. */
  public String pem() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  /** Of a server that shows it. */
  SSLSocketFactory sockets() throws GeneralSecurityException {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getSocketFactory();
  }

  private static void keytool(String arguments, Path store)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
  }
}
