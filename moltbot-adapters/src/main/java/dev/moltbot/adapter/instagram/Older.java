package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages that came since the last look and are not among the twenty that Instagram shows:
 * of these it gives ids and no words, so they are set aside and not dropped in silence.
 */
final class Older {
  /** Most pages of ids looked through for one conversation. */
  static final int MAX_PAGES = 5;

  private static final String CURSOR = "[A-Za-z0-9_=-]{1,500}";
  private static final String REASON =
      "Instagram shows the last 20 messages of a conversation only";

  private final Graph graph;
  private final Messages messages;
  private final Position from;
  private Answer<InstagramApi.Conversation> failed =
      new Answer.Done<>(new InstagramApi.Conversation(null, null, null));

  Older(Graph graph, Messages messages, Position from) {
    this.graph = graph;
    this.messages = messages;
    this.from = from;
  }

  /**
   * Adds what is older than these and new all the same, and then these.
   *
   * @param shown oldest first
   * @return false when Instagram did not answer; then nothing was added
   */
  boolean find(
      String conversation, InstagramApi.@Nullable Page page, List<Item> shown, List<Item> into) {
    Instant since = from.since().minus(Position.OVERLAP);
    String next = next(page);
    boolean allNew = shown.stream().allMatch(item -> isNew(conversation, item, since));
    for (int pages = 0; !from.first() && allNew && next != null && pages < MAX_PAGES; pages++) {
      switch (graph.conversation(
          conversation, "id,messages.limit(100).after(" + next + "){id,created_time}")) {
        case Answer.Done<InstagramApi.Conversation>(var more) -> {
          next = next(more.messages());
          allNew = addNew(conversation, more.messages(), since, into);
        }
        case Answer.Declined<InstagramApi.Conversation> declined -> failed = declined;
        case Answer.Lost<InstagramApi.Conversation> lost -> failed = lost;
      }
      if (!(failed instanceof Answer.Done)) {
        return false;
      }
    }
    into.addAll(shown);
    return true;
  }

  Answer<InstagramApi.Conversation> trouble() {
    return failed;
  }

  /** Newest first, in front of what is there; false when one was reached that is not new. */
  private boolean addNew(
      String conversation, InstagramApi.@Nullable Page page, Instant since, List<Item> into) {
    List<InstagramApi.Raw> entries = page == null || page.data() == null ? List.of() : page.data();
    for (InstagramApi.Raw entry : entries) {
      var message = Json.read(entry, InstagramApi.Message.class);
      String id = message.map(InstagramApi.Message::id).orElse("");
      Instant at =
          message
              .map(InstagramApi.Message::created_time)
              .flatMap(Times::read)
              .orElse(Instant.EPOCH);
      Item item = messages.aside(entry, id, at, REASON);
      if (!isNew(conversation, item, since)) {
        return false;
      }
      into.addFirst(item);
    }
    return true;
  }

  private boolean isNew(String conversation, Item item, Instant since) {
    return !item.at().isBefore(since)
        && !from.known().contains(Position.digest(conversation, item.nativeId()));
  }

  private static @Nullable String next(InstagramApi.@Nullable Page page) {
    InstagramApi.Paging paging = page == null ? null : page.paging();
    String after =
        paging == null || paging.next() == null || paging.cursors() == null
            ? null
            : paging.cursors().after();
    return after != null && after.matches(CURSOR) ? after : null;
  }
}
