package dev.moltbot.app.inspection.deep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries to reach a stranger without the gateway, and shows nothing to whoever answers.
 *
 * @param patience for each address
 */
public record ReachDrill(List<InetSocketAddress> strangers, Duration patience) {
  /** Addresses for documentation, where nobody is (RFC 5737 and 3849). */
  public static final ReachDrill NOBODY =
      new ReachDrill(
          List.of(
              new InetSocketAddress("203.0.113.1", 443), new InetSocketAddress("2001:db8::1", 443)),
          Duration.ofSeconds(2));

  private enum Door {
    OPENED,
    SILENCE,
    /** No way there, or refused at once: what a wall does. */
    TURNED_AWAY
  }

  public ReachDrill {
    strangers = List.copyOf(strangers);
  }

  public Tried run() {
    List<String> silent = new ArrayList<>();
    for (InetSocketAddress stranger : strangers) {
      switch (knock(stranger)) {
        case OPENED -> {
          return new Tried.WentThrough("connected to " + stranger);
        }
        case SILENCE -> silent.add(stranger.toString());
        case TURNED_AWAY -> {}
      }
    }
    return silent.isEmpty()
        ? new Tried.Refused("turned away at once")
        : new Tried.NotTried(
            "no answer from " + silent + ": dropped on the way, or nobody is there");
  }

  private Door knock(InetSocketAddress stranger) {
    try (var socket = new Socket()) {
      socket.connect(stranger, (int) patience.toMillis());
      return Door.OPENED;
    } catch (SocketTimeoutException e) {
      return Door.SILENCE;
    } catch (IOException e) {
      return Door.TURNED_AWAY;
    }
  }
}
