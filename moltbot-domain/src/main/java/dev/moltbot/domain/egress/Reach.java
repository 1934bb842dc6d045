package dev.moltbot.domain.egress;

/** How the gateway passes what is allowed. */
public sealed interface Reach {

  /** Every request is seen and compared with the rules. */
  record Inspected() implements Reach {}

  /**
   * The bytes are opaque; only the name and how many there are can be checked.
   *
   * @param maxBytes sent and received in an hour, at most; then the tunnel is shut until the next
   */
  record Tunnel(long maxBytes) implements Reach {
    /** Largest limit that can be set: 1 GiB. */
    public static final long MOST = 1L << 30;

    public Tunnel {
      if (maxBytes < 1 || maxBytes > MOST) {
        throw new IllegalArgumentException("a tunnel's bytes are 1 to " + MOST);
      }
    }
  }

  /** A service on the owner's own machine, in clear text. */
  record OnTheHost() implements Reach {}
}
