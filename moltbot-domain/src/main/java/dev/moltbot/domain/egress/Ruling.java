package dev.moltbot.domain.egress;

import java.util.List;

/** What the list says of one request. */
public sealed interface Ruling {

  /**
   * By one of these rules.
   *
   * @param rules never empty; which of them it is, only keys tell
   */
  record Allowed(Endpoint endpoint, List<Rule> rules) implements Ruling {
    public Allowed {
      rules = List.copyOf(rules);
    }
  }

  /** {@code why} is in the program's own words and quotes nothing of the request. */
  record Refused(String why) implements Ruling {}
}
