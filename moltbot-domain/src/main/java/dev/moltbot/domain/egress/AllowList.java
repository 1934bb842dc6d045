package dev.moltbot.domain.egress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that may be reached. What is not on it, is not.
 *
 * @param endpoints in the order of the file; each address once
 */
public record AllowList(List<Endpoint> endpoints) {

  public AllowList {
    endpoints = List.copyOf(endpoints);
  }

  /** A list, and what is wrong with its text; with problems the list is not to be used. */
  public record Parsed(AllowList list, List<String> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  /** Reads the text of {@code security/allow-list}, which says itself how it is written. */
  public static Parsed parse(String text) {
    return new AllowListText().read(text);
  }

  /** Whether anybody may reach that address. */
  public Optional<Endpoint> endpoint(String host, int port) {
    String wanted = host.toLowerCase(Locale.ROOT);
    return endpoints.stream()
        .filter(one -> one.host().equals(wanted) && one.port() == port)
        .findFirst();
  }

  /** What that container may reach. */
  public List<Endpoint> of(Caller caller) {
    return endpoints.stream().filter(one -> one.callers().contains(caller)).toList();
  }

  /**
   * What it says of one request.
   *
   * @param path without its query, as it stands in the request: nothing is decoded
   */
  public Ruling ruling(Caller caller, String method, String host, int port, String path) {
    Optional<Endpoint> found = endpoint(host, port);
    if (found.isEmpty()) {
      return new Ruling.Refused("this address is not on the allow-list");
    }
    Endpoint endpoint = found.get();
    if (!endpoint.callers().contains(caller)) {
      return new Ruling.Refused(endpoint + " is not for " + caller.word());
    }
    List<Rule> rules = endpoint.rules(method, path);
    return rules.isEmpty()
        ? new Ruling.Refused("no rule of " + endpoint + " allows this request")
        : new Ruling.Allowed(endpoint, rules);
  }
}
