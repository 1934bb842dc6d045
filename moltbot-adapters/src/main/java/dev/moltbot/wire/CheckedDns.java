package dev.moltbot.wire;

import dev.moltbot.domain.egress.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Looks up names of the allow-list and no others: a name that is looked up is told to whoever runs
 * its zone. Every address found is checked, and OkHttp connects to exactly those, so it does not
 * matter what the name means a moment later. One bad address refuses them all.
 */
final class CheckedDns implements Dns {
  private static final String LOOK_UP = "look-up";

  private final Egress egress;
  private final Named named;
  private final Dns resolver;

  CheckedDns(Egress egress, Named named, Dns resolver) {
    this.egress = egress;
    this.named = named;
    this.resolver = resolver;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    if (egress.gateway().is(host)) {
      return checked(host, Addresses::isInternal);
    }
    if (named.kind() != Named.Kind.NOTHING && named.host().equals(host)) {
      return checked(
          host,
          named.kind() == Named.Kind.BROKER
              ? Addresses::isInternal
              : InetAddress::isLoopbackAddress);
    }
    List<Endpoint> endpoints = egress.endpoints(host);
    if (endpoints.isEmpty() || egress.gateway().isSet()) {
      throw egress.refused(LOOK_UP, host, "this name is not looked up");
    }
    boolean here = endpoints.stream().allMatch(Egress::onTheHost);
    return checked(host, here ? InetAddress::isLoopbackAddress : Addresses::isPublic);
  }

  private List<InetAddress> checked(String host, Predicate<InetAddress> good)
      throws UnknownHostException {
    List<InetAddress> found = List.copyOf(resolver.lookup(host));
    if (found.isEmpty() || !found.stream().allMatch(good)) {
      throw egress.refused(LOOK_UP, host, "its name leads where it must not");
    }
    return found;
  }
}
