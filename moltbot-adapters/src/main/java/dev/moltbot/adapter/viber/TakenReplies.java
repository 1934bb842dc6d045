package dev.moltbot.adapter.viber;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.Alerts;
import dev.moltbot.state.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of the replies that Viber took last. It may say later that one did not arrive; then
 * the owner hears of it, once. Kept on disk, because that may be after a restart.
 *
 * <p>Thread-safe.
 */
final class TakenReplies {
  /** Most tokens remembered. */
  static final int MAX_TOKENS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(TakenReplies.class);
  private static final String FILE = "taken";

  private final StateFolder folder;
  private final Optional<Alerts> alerts;
  private final String account;
  private final InstantSource time;

  TakenReplies(StateFolder folder, Optional<Alerts> alerts, String account, InstantSource time) {
    this.folder = folder;
    this.alerts = alerts;
    this.account = account;
    this.time = time;
  }

  /** Viber took this one. Not remembering it costs a later notice and no more. */
  synchronized void add(String token) {
    try {
      var tokens = new ArrayList<>(tokens());
      tokens.add(token);
      int from = Math.max(0, tokens.size() - MAX_TOKENS);
      String lines = String.join("\n", tokens.subList(from, tokens.size()));
      folder.write(FILE, lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.warn("Viber: a reply that was sent could not be noted ({})", e.getClass().getName());
    }
  }

  /** Viber says that this one did not arrive. One that is not ours, or long ago, is let be. */
  void failed(String token) {
    if (knows(token)) {
      String words =
          "Viber took a reply of yours and then could not deliver it. It is on record as sent."
              + " Look at your last conversations there, and write again another way.";
      var alert = new Alert(Alert.Kind.UNDELIVERED, "reply " + account + " " + token, words);
      alerts.ifPresent(there -> there.raise(alert, time.instant()));
    }
  }

  private synchronized boolean knows(String token) {
    try {
      return tokens().contains(token);
    } catch (IOException e) {
      return true; // Better one notice too many.
    }
  }

  private List<String> tokens() throws IOException {
    return folder
        .read(FILE)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList())
        .orElse(List.of());
  }
}
