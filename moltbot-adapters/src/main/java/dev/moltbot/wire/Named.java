package dev.moltbot.wire;

import java.net.URI;
import okhttp3.HttpUrl;

/**
 * The one address besides the list that a client may use, because a setting names it.
 *
 * @param host as OkHttp writes it
 */
record Named(String host, int port, Kind kind) {
  /** The broker of Gmail's tokens; the compose file's network gives it this name. */
  private static final String BROKER = "tokens";

  private static final int BROKER_PORT = 8465;

  /** What else a setting can name. */
  enum Kind {
    /** Nothing: the setting stands as it came, or names what is on the list. */
    NOTHING,
    /** A service played on this machine, only for tests. */
    THIS_MACHINE,
    /** The broker beside the sandbox. */
    BROKER
  }

  static final Named NOTHING = new Named("", 0, Kind.NOTHING);

  static Named of(URI at) {
    HttpUrl url = HttpUrl.get(at.toString());
    if (ThisMachine.is(url.host())) {
      return new Named(url.host(), url.port(), Kind.THIS_MACHINE);
    }
    boolean broker = url.host().equals(BROKER) && url.port() == BROKER_PORT;
    return broker ? new Named(BROKER, BROKER_PORT, Kind.BROKER) : NOTHING;
  }

  boolean is(String otherHost, int otherPort) {
    return kind != Kind.NOTHING && host.equals(otherHost) && port == otherPort;
  }

  /** The broker is asked for one thing only; what is played may be asked for anything. */
  boolean allows(String method, String path) {
    return kind != Kind.BROKER || (method.equals("POST") && path.equals("/token"));
  }
}
