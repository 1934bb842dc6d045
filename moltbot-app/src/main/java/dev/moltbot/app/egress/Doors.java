package dev.moltbot.app.egress;

import dev.moltbot.domain.egress.Caller;

/**
 * Where each container comes in at the gateway: who asks is a matter of where, not of what is said.
 */
public final class Doors {
  private Doors() {}

  /** The port of its door. */
  public static int port(Caller caller) {
    return switch (caller) {
      case MOLTBOT -> 3128;
      case TOKENS -> 3129;
      case WHATSAPP -> 3130;
    };
  }

  /** Its network, as the compose file has it: a door is for those behind it. */
  public static String network(Caller caller) {
    return switch (caller) {
      case MOLTBOT -> "198.18.40.0/24";
      case TOKENS -> "198.18.41.0/24";
      case WHATSAPP -> "198.18.42.0/24";
    };
  }
}
