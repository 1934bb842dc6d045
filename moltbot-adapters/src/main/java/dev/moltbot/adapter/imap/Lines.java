package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Makes the library open its lines as {@link MailSocket}s, and never in another way. */
final class Lines {
  private final SSLSocketFactory tls;

  /**
   * @param tls knows whose certificates to trust
   */
  Lines(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** A line not yet open. */
  MailSocket line(ImapConfig.Server server, Bounds bounds) {
    return new MailSocket(server, tls, bounds);
  }

  /** What the library has to be told so that it takes this line. */
  static Properties properties(String protocol, MailSocket line) {
    String prefix = "mail." + protocol + ".";
    var properties = new Properties();
    properties.put(prefix + "socketFactory", new Plain(line));
    properties.put(prefix + "ssl.socketFactory", new Upgrade());
    // Else it goes on with a socket of its own, in the clear, when ours cannot be opened.
    properties.put(prefix + "socketFactory.fallback", "false");
    properties.put(prefix + "connectiontimeout", "1"); // Ours knows better; see Bounds.
    return properties;
  }

  /** Hands out the one line. */
  private static final class Plain extends SocketFactory {
    private final MailSocket line;

    Plain(MailSocket line) {
      this.line = line;
    }

    @Override
    public Socket createSocket() {
      return line;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("not asked for");
    }
  }

  /** What STARTTLS asks for: the same line, protected. */
  private static final class Upgrade extends SSLSocketFactory {

    @Override
    public Socket createSocket(Socket line, String host, int port, boolean close)
        throws IOException {
      ((MailSocket) line).secure();
      return line;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return new String[0];
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw new IOException("not asked for");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("not asked for");
    }
  }
}
