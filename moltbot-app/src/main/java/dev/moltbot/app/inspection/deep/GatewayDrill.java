package dev.moltbot.app.inspection.deep;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks the gateway for a name that is on no list and that nobody has (RFC 6761), in clear and
 * through a tunnel. Only "forbidden", or an end of the connection, is a refusal: whoever says that
 * the name is not there has let the call through and looked it up.
 *
 * @param authorities a PEM file of the gateway's own authority: a gateway that looks into tunnels
 *     opens every one, and says no inside
 */
public record GatewayDrill(InetSocketAddress gateway, Path authorities, Duration patience) {
  private static final String NAME = "moltbot-audit.invalid";
  private static final int MAX_HEAD = 16_384;
  private static final String CLOSED = "";
  private static final String FORBIDDEN = "403";
  private static final String OPENED = "200";

  public Tried run() {
    try {
      String clear = inClear();
      return isRefusal(clear)
          ? tunnel()
          : new Tried.WentThrough("a call in clear was answered with " + clear);
    } catch (IOException e) {
      return new Tried.NotTried(
          "the gateway does not answer (" + e.getClass().getSimpleName() + ")");
    } catch (GeneralSecurityException e) {
      return new Tried.NotTried("the gateway's certificate is not believed");
    }
  }

  private String inClear() throws IOException {
    try (Socket socket = plain()) {
      return ask(socket, "GET http://" + NAME + "/ HTTP/1.1");
    }
  }

  private Tried tunnel() throws IOException, GeneralSecurityException {
    try (Socket socket = plain()) {
      String opened = ask(socket, "CONNECT " + NAME + ":443 HTTP/1.1");
      String inside = opened.equals(OPENED) ? inside(socket) : opened;
      return isRefusal(inside)
          ? new Tried.Refused("refused, in clear and in a tunnel")
          : new Tried.WentThrough("a call in a tunnel was answered with " + inside);
    }
  }

  private String inside(Socket tunnel) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    var believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    believed.init(store());
    context.init(null, believed.getTrustManagers(), null);
    try (var socket =
        (SSLSocket) context.getSocketFactory().createSocket(tunnel, NAME, 443, true)) {
      return ask(socket, "GET / HTTP/1.1");
    } catch (IOException e) {
      if (isOfTrust(e)) {
        throw new GeneralSecurityException(e);
      }
      return CLOSED;
    }
  }

  /** Whether we hung up, and not the gateway. */
  private static boolean isOfTrust(Throwable fault) {
    return Stream.iterate(fault, one -> one != null, Throwable::getCause)
        .anyMatch(GeneralSecurityException.class::isInstance);
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    if (Files.exists(authorities)) {
      int count = 0;
      try (InputStream pem = Files.newInputStream(authorities)) {
        for (var one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
          store.setCertificateEntry("gateway" + count++, one);
        }
      }
    }
    return store;
  }

  private Socket plain() throws IOException {
    var socket = new Socket();
    socket.setSoTimeout((int) patience.toMillis());
    socket.connect(gateway, (int) patience.toMillis());
    return socket;
  }

  /** The status that is answered; of an answer, only its first line and header are read. */
  private static String ask(Socket socket, String line) throws IOException {
    String request = line + "\r\nHost: " + NAME + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    int c = in.read();
    while (c >= 0 && head.length() < MAX_HEAD) {
      head.append((char) c);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
      c = in.read();
    }
    String[] words = head.toString().split("\\s+", 3);
    return words.length < 2 ? CLOSED : words[1];
  }

  private static boolean isRefusal(String status) {
    return status.equals(CLOSED) || status.equals(FORBIDDEN);
  }
}
