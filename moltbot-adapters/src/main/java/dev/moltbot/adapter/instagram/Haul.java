package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Budget;
import dev.moltbot.channel.Patience;
import dev.moltbot.channel.Refusal;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one read brings in, within its limits. */
final class Haul {
  private final Graph graph;
  private final Messages messages;
  private final Position from;
  private final Patience patience;
  private final Budget budget;
  private final List<InboundMessage> read = new ArrayList<>();
  private final List<Quarantined> aside = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private String after;
  private @Nullable ReadResult trouble;

  Haul(Graph graph, Messages messages, Position from, Patience patience, Budget budget) {
    this.graph = graph;
    this.messages = messages;
    this.from = from;
    this.patience = patience;
    this.budget = budget;
    this.after = from.after();
  }

  /** Reads the conversations that are left; says whether none is left then. */
  boolean take(Listing listing) {
    for (Moved moved : listing.left()) {
      if (full() || budget.spent() || !take(listing, moved)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(Listing listing, Moved moved) {
    if (!moved.readable()) {
      add(messages.aside(moved.entry(), "", null, "is no conversation"));
      listing.done(moved, moved);
      return true;
    }
    return switch (graph.conversation(moved.id(), InstagramApi.MESSAGES)) {
      case Answer.Done<InstagramApi.Conversation>(var conversation) ->
          take(listing, moved, conversation.messages());
      case Answer.Declined<InstagramApi.Conversation> gone
          when gone.refusal().status() == GraphErrors.GONE -> {
        // Deleted since it was listed: there is nothing to lose.
        listing.done(moved, moved);
        yield true;
      }
      case Answer.Declined<InstagramApi.Conversation> declined ->
          stuck(declined.refusal().kind()) ? isLeft(listing, moved, declined) : fails(declined);
      case Answer.Lost<InstagramApi.Conversation> lost -> isLeft(listing, moved, lost);
    };
  }

  private static boolean stuck(Refusal.Kind kind) {
    return switch (kind) {
      case OUT_OF_ORDER, WRONG -> true;
      case THROTTLED, NOT_NOW, REVOKED, FORBIDDEN -> false;
    };
  }

  /** One conversation that fails time and again must not keep all others waiting for ever. */
  private boolean isLeft(Listing listing, Moved moved, Answer<?> failed) {
    if (!patience.isOver(moved.id())) {
      return fails(failed);
    }
    String reason = "a conversation could not be read in " + Patience.MAX_TRIES + " tries";
    add(messages.aside(moved.entry(), "unread-" + moved.digest(), null, reason));
    listing.done(moved, moved);
    return true;
  }

  private boolean take(Listing listing, Moved moved, InstagramApi.@Nullable Page page) {
    List<InstagramApi.Raw> entries = page == null || page.data() == null ? List.of() : page.data();
    var items = new ArrayList<Item>();
    var older = new Older(graph, messages, from);
    if (!older.find(moved.id(), page, messages.of(entries), items)) {
      return fails(older.trouble());
    }
    if (!addAll(items)) {
      return false;
    }
    listing.done(moved, moved.asRead(Moved.first(page)));
    return true;
  }

  /**
   * Takes a conversation whole, or leaves it for the next read. Only one that is alone longer than
   * the limit is cut; then in an order that does not hang on how Instagram gives it.
   */
  private boolean addAll(List<Item> items) {
    List<Item> wanted =
        items.stream()
            .filter(item -> item instanceof Item.Aside || !item.at().isBefore(from.origin()))
            .toList();
    boolean begun = wanted.stream().anyMatch(item -> item.digest().equals(after));
    if (!begun && wanted.size() <= room()) {
      wanted.forEach(this::add);
      return true;
    }
    return (begun || isEmpty()) && addPart(wanted);
  }

  private boolean addPart(List<Item> wanted) {
    var inOrder =
        wanted.stream()
            .sorted(Comparator.comparing(Item::at).thenComparing(Item::nativeId))
            .toList();
    int start = inOrder.stream().map(Item::digest).toList().indexOf(after) + 1;
    for (Item item : inOrder.subList(start, inOrder.size())) {
      if (full()) {
        return false;
      }
      add(item);
      after = item.digest();
    }
    after = "";
    return true;
  }

  private boolean fails(Answer<?> answer) {
    trouble = Graph.WORDS.trouble(answer);
    return false;
  }

  /** Takes a message, once. */
  private void add(Item item) {
    if (!ids.add(item.nativeId())) {
      return;
    }
    switch (item) {
      case Item.Read(var message) -> read.add(message);
      case Item.Aside(var quarantined, var at) -> aside.add(quarantined);
    }
  }

  private int room() {
    return budget.messages() - read.size() - aside.size();
  }

  private boolean full() {
    return room() <= 0;
  }

  boolean isEmpty() {
    return read.isEmpty() && aside.isEmpty();
  }

  /** Digest of the last message taken of a conversation that was cut; or empty. */
  String after() {
    return after;
  }

  /** Why it ended early, if something failed. */
  Optional<ReadResult> trouble() {
    return Optional.ofNullable(trouble);
  }

  ReadResult.Batch batch(Position next, boolean more) {
    read.sort(Comparator.comparing(InboundMessage::sentAt));
    return new ReadResult.Batch(read, aside, next.cursor(), more);
  }
}
