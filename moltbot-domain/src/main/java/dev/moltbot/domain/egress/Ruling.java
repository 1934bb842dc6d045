package dev.moltbot.domain.egress;

/** What the list says of one request. */
public sealed interface Ruling {

  record Allowed(Endpoint endpoint, Rule rule) implements Ruling {}

  /** {@code why} is in the program's own words and quotes nothing of the request. */
  record Refused(String why) implements Ruling {}
}
