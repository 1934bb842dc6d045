package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.message.MessageBatch;
import dev.moltbot.adapter.postgres.transaction.SafeText;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that one batch says of one handle; of two names the later one, whatever their order. */
record Seen(
    ContactId id,
    Handle handle,
    Name name,
    Set<Mark> marks,
    Set<Detail> details,
    Set<Annotation> annotations) {

  /** A name and when it was given; of two given at once, the one that sorts last. */
  record Name(String words, Instant at) implements Comparable<Name> {

    static Name of(Identity one, Instant now) {
      String words = SafeText.of(one.name().reveal()).strip();
      Instant at = MessageBatch.bounded(one.seenAt());
      return new Name(words, words.isEmpty() ? Instant.MIN : at.isAfter(now) ? now : at);
    }

    /** Texts by their UTF-8, as the database sorts them under the collation C. */
    @Override
    public int compareTo(Name other) {
      int later = at.compareTo(other.at);
      return later != 0 ? later : Arrays.compareUnsigned(utf8(), other.utf8());
    }

    private byte[] utf8() {
      return words.getBytes(StandardCharsets.UTF_8);
    }

    /** As a timestamp; the beginning of time for no name. */
    String stamp() {
      return at.equals(Instant.MIN) ? "-infinity" : at.toString();
    }
  }

  /** In one order for everyone, so that two transactions cannot wait for each other. */
  static SortedMap<ContactId, Seen> of(Collection<Identity> people, Instant now) {
    var seen = new TreeMap<ContactId, Seen>();
    for (Identity one : people) {
      var next =
          new Seen(
              ContactId.of(one.handle()),
              one.handle(),
              Name.of(one, now),
              one.marks(),
              Set.copyOf(one.details()),
              Set.copyOf(one.annotations()));
      seen.merge(next.id(), next, Seen::and);
    }
    return seen;
  }

  private Seen and(Seen other) {
    if (equals(other)) {
      return this;
    }
    Name later = name.compareTo(other.name) < 0 ? other.name : name;
    return new Seen(
        id,
        handle,
        later,
        all(marks, other.marks),
        all(details, other.details),
        all(annotations, other.annotations));
  }

  private static <T> Set<T> all(Set<T> some, Set<T> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  UUID key() {
    return id.value();
  }

  /** Whether it says more than the handle itself does. */
  boolean hasMore() {
    return !details.isEmpty()
        || !annotations.isEmpty()
        || marks.size() > Mark.of(handle).stream().count();
  }

  boolean hasNickname() {
    return details.stream().anyMatch(detail -> detail.kind() == Detail.Kind.NICKNAME);
  }

  /** Everything the person may be looked for by. */
  String findable() {
    return Stream.concat(
            Stream.of(name.words(), handle.value()),
            details.stream()
                .filter(detail -> detail.kind() == Detail.Kind.NICKNAME)
                .map(detail -> detail.value().reveal())
                .sorted())
        .collect(Collectors.joining(" "));
  }
}
