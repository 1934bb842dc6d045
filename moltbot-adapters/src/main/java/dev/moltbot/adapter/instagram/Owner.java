package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose token it is, asked once. A token of another account is refused: messages of one account
 * must never be stored as another's. Thread-safe.
 */
final class Owner {
  private final Graph graph;
  private final InstagramConfig config;
  private volatile @Nullable Self known;

  Owner(Graph graph, InstagramConfig config) {
    this.graph = graph;
    this.config = config;
  }

  /** The owner's account, under every id it goes by. */
  record Self(Set<String> ids, String username) {
    Self {
      ids = Set.copyOf(ids);
    }

    /** Whether this person is the owner. */
    boolean is(InstagramApi.@Nullable Person person) {
      return person != null
          && ((person.id() != null && ids.contains(person.id()))
              || username.equalsIgnoreCase(person.username()));
    }
  }

  /** Who the owner is on Instagram. */
  Answer<Self> self() {
    Self self = known;
    return self == null ? ask() : new Answer.Done<>(self);
  }

  /** Who the owner is, if that was asked already. */
  @Nullable Self known() {
    return known;
  }

  /** As {@link #self}, and asked anew. */
  Answer<Self> ask() {
    return graph.me().then(this::checked);
  }

  private Answer<Self> checked(InstagramApi.Me answer) {
    List<InstagramApi.Me> wrapped = answer.data();
    InstagramApi.Me me = wrapped == null || wrapped.isEmpty() ? answer : wrapped.getFirst();
    if (!config.username().equalsIgnoreCase(me.username())) {
      return new Answer.Declined<>(
          new Refusal(
              Refusal.Kind.FORBIDDEN,
              0,
              "the token is not of the account @" + config.username(),
              null,
              "put the account's user name and a token made for it into the settings"));
    }
    var ids = new TreeSet<String>();
    add(ids, me.id());
    add(ids, me.user_id());
    Self self = new Self(ids, config.username());
    known = self;
    return new Answer.Done<>(self);
  }

  private static void add(Set<String> ids, @Nullable String id) {
    if (id != null && !id.isBlank()) {
      ids.add(id);
    }
  }
}
