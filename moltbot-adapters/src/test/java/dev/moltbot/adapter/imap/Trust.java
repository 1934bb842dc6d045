package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for tests, made for each run by the JDK's own tool. */
final class Trust {
  /** Trusts what the JDK trusts, and has no certificate. */
  static final SSLSocketFactory NOBODY = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private static final char[] PASSWORD = "for tests only".toCharArray();

  private Trust() {}

  /** A certificate of its own for that host; the factory both shows it and trusts it. */
  static SSLSocketFactory of(Path folder, String host) {
    try {
      return factory(keys(folder.resolve(host + ".p12"), host));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no certificate", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static KeyStore keys(Path file, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                List.of(
                    tool,
                    "-genkeypair",
                    "-alias",
                    "mail",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=dns:" + host,
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLSocketFactory factory(KeyStore keys) throws GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] shown = own.getKeyManagers();
    TrustManager[] believed = trust.getTrustManagers();
    context.init(shown, believed, null);
    return context.getSocketFactory();
  }
}
