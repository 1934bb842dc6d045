package dev.moltbot.wire;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Through the gateway, but for the one address that a setting names. Never through a proxy of the
 * JVM's: its properties and its environment have no say in where a call goes.
 */
final class Ways extends ProxySelector {
  private final Gateway gateway;
  private final Named named;

  Ways(Gateway gateway, Named named) {
    this.gateway = gateway;
    this.named = named;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = String.valueOf(uri.getHost()).replace("[", "").replace("]", "");
    int usual = "https".equals(uri.getScheme()) ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return List.of(named.is(host, port) ? Proxy.NO_PROXY : gateway.proxy());
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
