package dev.moltbot.adapter.whatsapp;

import dev.moltbot.adapter.whatsapp.Wire.Known;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who the link is, and whether the owner knows that it is another than before. Thread-safe. */
final class Identity {
  private final Links links;
  private final AtomicReference<@Nullable Known> seen = new AtomicReference<>();

  Identity(Links links) {
    this.links = links;
  }

  /** A link was logged in with this identity. */
  void seen(String link, String identity) {
    seen.set(new Known(link, identity));
  }

  /** Whether the owner has to hear of it: the link is another than the last one that worked. */
  boolean isNew() throws IOException {
    Known now = seen.get();
    if (now == null) {
      return false;
    }
    Optional<Known> before = links.known();
    if (before.isEmpty() || before.get().equals(now)) {
      settle();
      return false;
    }
    return true;
  }

  /** The owner was told, or need not be. */
  void settle() throws IOException {
    Known now = seen.get();
    if (now != null) {
      links.know(String.valueOf(now.link()), String.valueOf(now.identity()));
      seen.compareAndSet(now, null);
    }
  }
}
