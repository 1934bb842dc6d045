package dev.moltbot.wire;

import java.net.UnknownHostException;

/**
 * The guard did not let a call out. To OkHttp there is no such host, which is the one failure its
 * resolvers may have. The message names nothing of the request; the record has its host.
 */
final class RefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  /** {@code why} is in the program's own words. */
  RefusedException(String why) {
    super(
        "kept in by the allow-list ("
            + why
            + "); nothing was sent and nothing is lost; docs/egress.md says how to allow it");
  }
}
