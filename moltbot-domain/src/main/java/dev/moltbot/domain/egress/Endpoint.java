package dev.moltbot.domain.egress;

import java.util.List;
import java.util.Optional;

/**
 * One address, who may use it, and for what.
 *
 * @param host in lower case, no final dot
 * @param keys one of them must be shown; none asked for when empty
 */
public record Endpoint(
    String host, int port, List<Caller> callers, Reach reach, List<Key> keys, List<Rule> rules) {

  public Endpoint {
    callers = List.copyOf(callers);
    keys = List.copyOf(keys);
    rules = List.copyOf(rules);
  }

  /** The first rule that allows this; a path without its query. */
  public Optional<Rule> rule(String method, String path) {
    return rules.stream()
        .filter(rule -> rule.method().equals(method))
        .filter(rule -> rule.path().matches(path))
        .findFirst();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
