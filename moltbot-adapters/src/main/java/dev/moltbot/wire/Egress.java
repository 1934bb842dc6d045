package dev.moltbot.wire;

import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.domain.egress.Endpoint;
import dev.moltbot.domain.egress.Reach;
import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.domain.egress.Ruling;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What this process may reach, and whom it tells of what it may not.
 *
 * @param callers as whom it asks; allowed is what one of them may
 */
record Egress(AllowList list, List<Caller> callers, Gateway gateway, ApiCalls calls) {
  Egress {
    callers = List.copyOf(callers);
  }

  /** Why that request must not leave, or empty. */
  Optional<String> complaint(String method, boolean tls, String host, int port, String path) {
    String why = "";
    for (Caller caller : callers) {
      switch (list.ruling(caller, method, host, port, path)) {
        case Ruling.Allowed allowed when tls || onTheHost(allowed.endpoint()) -> {
          return Optional.empty();
        }
        case Ruling.Allowed inTheClear -> why = "it would go in clear text";
        case Ruling.Refused refused -> why = why.isEmpty() ? refused.why() : why;
      }
    }
    return Optional.of(why);
  }

  /** What a setting names besides the list; an address of the list needs no naming. */
  Named besides(URI at) {
    Named named = Named.of(at);
    return list.endpoint(named.host(), named.port()).isPresent() ? Named.NOTHING : named;
  }

  /** A host of the list, whatever its port. */
  List<Endpoint> endpoints(String host) {
    return list.endpoints().stream()
        .filter(one -> one.host().equals(host))
        .filter(one -> one.callers().stream().anyMatch(callers::contains))
        .toList();
  }

  static boolean onTheHost(Endpoint endpoint) {
    return endpoint.reach() instanceof Reach.OnTheHost;
  }

  /** Puts a refusal on record. */
  RefusedException refused(String asked, String host, String why) {
    calls.refused(new Refusal("guard", callers.getFirst().word(), asked, host, why));
    return new RefusedException(why);
  }
}
