package dev.moltbot.adapter.imap;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.channel.Refusal;
import dev.moltbot.mime.MailLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The line to one server, as the library sees it: a socket. What protects it is decided here and
 * not by the library's many properties: TLS with the server's certificate and name checked, from
 * the first byte or once {@link #secure} is called.
 */
final class MailSocket extends Layer {
  /** Longest string of bytes a server may announce: a mail, and room for a header's rounding. */
  static final long MAX_LITERAL_BYTES = MailLimits.DEFAULT.maxBytes() + (1L << 20);

  private static final Refusal BAD_CERTIFICATE =
      Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "its certificate is not for this host or not to be trusted, so nothing was said to it");

  private final ImapConfig.Server server;
  private final SSLSocketFactory tls;
  private final Bounds bounds;
  private final TimedSocket line;
  private Socket top;
  private @Nullable PushbackInputStream in;

  MailSocket(ImapConfig.Server server, SSLSocketFactory tls, Bounds bounds) {
    this.server = server;
    this.tls = tls;
    this.bounds = bounds;
    this.line = new TimedSocket(bounds);
    this.top = line;
  }

  @Override
  Socket below() {
    return top;
  }

  @Override
  public void connect(SocketAddress to, int unused) throws IOException {
    line.connect(to, bounds.millis());
    if (server.protection() == Protection.TLS) {
      secure();
    } else {
      listen();
    }
  }

  /** Begins TLS. What the server said before and nobody read yet is nobody's business any more. */
  void secure() throws IOException {
    var secured = (SSLSocket) tls.createSocket(line, server.host(), server.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(
        "HTTPS"); // The rules by which names are compared.
    secured.setSSLParameters(parameters);
    try {
      secured.startHandshake();
    } catch (SSLException e) {
      throw certificate(e) ? new DeclinedException(BAD_CERTIFICATE) : e;
    }
    top = secured;
    listen();
  }

  private static boolean certificate(SSLException refused) {
    for (@Nullable Throwable e = refused; e != null; e = e.getCause()) {
      if (e instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private void listen() throws IOException {
    in =
        new PushbackInputStream(
            new BoundedInput(top.getInputStream(), bounds, MAX_LITERAL_BYTES), 1);
  }

  @Override
  public InputStream getInputStream() {
    return Objects.requireNonNull(in, "not connected");
  }

  /** Waits until a moment of {@link Bounds#after} for the server to say something. */
  boolean hears(long moment) throws IOException {
    PushbackInputStream input = Objects.requireNonNull(in, "not connected");
    try {
      int first = bounds.within(moment, input::read);
      if (first < 0) {
        throw new IOException("the server closed the line");
      }
      input.unread(first);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** At once, whatever TLS would still like to say. */
  @Override
  public synchronized void close() throws IOException {
    line.close();
  }
}
