package dev.moltbot.adapter.whatsapp;

import dev.moltbot.adapter.whatsapp.Wire.Known;
import dev.moltbot.adapter.whatsapp.Wire.Over;
import dev.moltbot.state.StateFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The links with the owner's phone that were ever made here, and which one counts. A login makes a
 * new one beside the old and lets it count when it is whole, so a running program is not disturbed.
 */
final class Links {
  private static final String CURRENT = "current";
  private static final String KNOWN = "known";
  private static final String OVER = "over";
  private static final String PREFIX = "link-";

  private final SealedFiles files;

  Links(SealedFiles files) {
    this.files = files;
  }

  static Links in(StateFolder folder, SessionKey key) {
    return new Links(new SealedFiles(folder, key, "moltbot whatsapp session"));
  }

  /** The name of the link that counts. */
  Optional<String> current() throws IOException {
    return files.read(CURRENT);
  }

  /** A name for a new link. */
  String fresh(Instant now) {
    return PREFIX + now.toEpochMilli();
  }

  SessionStore session(String link) throws IOException {
    return SessionStore.open(files.within(link));
  }

  /** Lets the link count from now on. */
  void settle(String link) throws IOException {
    files.write(CURRENT, link);
  }

  /** Forgets a link that came to nothing, or was replaced. */
  void drop(String link) throws IOException {
    StateFolder folder = files.folder().within(link);
    for (String name : folder.names()) {
      folder.delete(name);
    }
  }

  /** Notes that there is no going on with a link, for as long as no other counts. */
  void over(String link, String reason) throws IOException {
    files.write(OVER, Json.of(Map.of("link", link, "reason", reason)));
  }

  /** Why there is no going on with this link; empty when there is. */
  Optional<String> over(String link) throws IOException {
    return files
        .read(OVER)
        .flatMap(text -> Json.read(Over.class, text))
        .filter(over -> link.equals(over.link()))
        .map(over -> String.valueOf(over.reason()));
  }

  /** The link that last worked, and the identity that it has; empty before the first one. */
  Optional<Known> known() throws IOException {
    return files.read(KNOWN).flatMap(text -> Json.read(Known.class, text));
  }

  /** Notes the link that works now, and forgets the one before it. */
  void know(String link, String identity) throws IOException {
    Optional<Known> before = known();
    files.write(KNOWN, Json.of(Map.of("link", link, "identity", identity)));
    if (before.isPresent() && before.get().link() != null && !link.equals(before.get().link())) {
      drop(before.get().link());
    }
  }
}
