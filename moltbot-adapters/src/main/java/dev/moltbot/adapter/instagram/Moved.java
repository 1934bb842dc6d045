package dev.moltbot.adapter.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the list: where it stood when it was listed.
 *
 * @param updated when it last moved; a time that makes no sense counts as just now read up to
 * @param newest its newest message; empty where the list does not say
 * @param readable whether its messages can be asked for
 */
record Moved(String id, Instant updated, String newest, boolean readable, InstagramApi.Raw entry) {
  /** What an id looks like; it becomes part of an address. */
  private static final String ID = "[A-Za-z0-9_=:-][A-Za-z0-9_=:.-]{0,499}";

  /** Reads an entry of the list. */
  static Moved of(InstagramApi.Raw entry, Instant otherwise) {
    Optional<InstagramApi.Conversation> read = Json.read(entry, InstagramApi.Conversation.class);
    String id = read.map(InstagramApi.Conversation::id).orElse("");
    if (!id.matches(ID)) {
      String name = "unreadable-conversation-" + Position.digest(entry.json());
      return new Moved(name, otherwise, "", false, entry);
    }
    String written = read.map(InstagramApi.Conversation::updated_time).orElse(null);
    String newest = read.map(InstagramApi.Conversation::messages).map(Moved::first).orElse("");
    return new Moved(id, Times.read(written).orElse(otherwise), newest, true, entry);
  }

  /** The id of the first message on a page; empty where there is none that says. */
  static String first(InstagramApi.@Nullable Page messages) {
    List<InstagramApi.Raw> data = messages == null ? null : messages.data();
    return data == null || data.isEmpty()
        ? ""
        : Json.read(data.getFirst(), InstagramApi.Message.class)
            .map(InstagramApi.Message::id)
            .orElse("");
  }

  /** What tells it from itself after it moved again. */
  String digest() {
    return newest.isEmpty() ? Position.digest(entry.json()) : Position.digest(id, newest);
  }

  /** The same, as it stood when its messages were read; it may have moved since it was listed. */
  Moved asRead(String newestRead) {
    return newest.isEmpty() || newestRead.isEmpty()
        ? this
        : new Moved(id, updated, newestRead, readable, entry);
  }
}
