package dev.moltbot.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Believes the authorities of the JDK, and those that a file has at the time. Thread-safe. */
final class Trust implements X509TrustManager {
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final Path file;
  private final X509TrustManager jdk;
  private volatile Known known;

  /** Whom the file, as it was then, makes believable. */
  private record Known(FileTime then, X509TrustManager manager) {}

  private Trust(Path file) throws GeneralSecurityException {
    this.file = file;
    this.jdk = manager(null);
    this.known = new Known(NEVER, jdk);
  }

  static void add(OkHttpClient.Builder client, Path file) {
    try {
      Trust trust = new Trust(file);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      client.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    now().checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("nobody is a client here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jdk.getAcceptedIssuers();
  }

  /** A file that is not there adds nobody; with one that makes no sense nobody is believed. */
  private X509TrustManager now() throws CertificateException {
    try {
      FileTime then = Files.exists(file) ? Files.getLastModifiedTime(file) : NEVER;
      if (!then.equals(known.then())) {
        known = new Known(then, then.equals(NEVER) ? jdk : withFile());
      }
      return known.manager();
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateException("the gateway's authorities cannot be read", e);
    }
  }

  private X509TrustManager withFile() throws IOException, GeneralSecurityException {
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    int count = 0;
    for (X509Certificate one : jdk.getAcceptedIssuers()) {
      all.setCertificateEntry("jdk" + count++, one);
    }
    try (InputStream pem = Files.newInputStream(file)) {
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        all.setCertificateEntry("gateway" + count++, one);
      }
    }
    return manager(all);
  }

  /** Without a store, the JDK's own. */
  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("no X.509 trust manager");
  }
}
