package dev.moltbot.domain.egress;

import java.util.List;

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

  /** The rules that may be meant: two bots have the same methods. A path without its query. */
  public List<Rule> rules(String method, String path) {
    return rules.stream()
        .filter(rule -> rule.method().equals(method))
        .filter(rule -> rule.path().matches(path))
        .toList();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
