package dev.moltbot.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The proxy through which all calls to the outside go, and whose certificates are believed. It
 * looks names up itself, so nothing else does.
 *
 * @param host empty without a gateway
 * @param authorities a PEM file of those believed besides the JDK's, and only with a gateway; read
 *     when it is there, and again when it changes: the gateway may come up later, or anew
 */
public record Gateway(String host, int port, Path authorities) {
  /** Calls go straight to where they are addressed. */
  public static final Gateway NONE = new Gateway("", 0, Path.of(""));

  private static final String FORM = "http://([a-z0-9-]{1,63}|[0-9.]{7,15}):[0-9]{1,5}/?";

  /** At an address such as {@code http://gateway:3128}; empty for what is none, or far away. */
  public static Optional<Gateway> at(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null || !address.matches(FORM) || !isNear(url.host())) {
      return Optional.empty();
    }
    return Optional.of(new Gateway(url.host(), url.port(), NONE.authorities));
  }

  /** The same, whose certificates are believed. */
  public Gateway believing(Path these) {
    return new Gateway(host, port, these);
  }

  /** A name is checked when it is looked up; figures never are. */
  private static boolean isNear(String host) {
    try {
      return !host.matches("[0-9.]+") || Addresses.isInternal(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  boolean isSet() {
    return !host.isEmpty();
  }

  boolean is(String name) {
    return isSet() && host.equals(name);
  }

  /** Its name is looked up by whoever connects. */
  Proxy proxy() {
    return isSet()
        ? new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port))
        : Proxy.NO_PROXY;
  }
}
