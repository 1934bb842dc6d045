package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.naming.Names;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

/** One question for people, from what is certain to what is only similar. */
final class Finding {
  /** Most names that are looked at closely. */
  private static final int CANDIDATES = 2_000;

  /** Most of the owner's own names and tags that are looked through. */
  private static final int ANNOTATIONS = 10_000;

  private static final String BY_ID =
      "select distinct contact_id from handle where handle_key between ? and ? limit 50";

  private static final String BY_KEY =
      """
      select contact_id from handle where handle_key = any(?)
      union
      select h.contact_id from mark k join handle h on h.handle_id = k.handle_id
      where k.mark_key = any(?)
      """;

  private static final String CHANNELS = "select distinct channel from account";

  private static final String HOLDS = "folded like ?";

  /** As much as is set by {@link #LIKENESS}. */
  private static final String RESEMBLES = "folded %> ?";

  private static final String LIKENESS =
      "select set_config('pg_trgm.word_similarity_threshold', ?, true) as likeness";

  private static final String SAID =
      """
      select h.contact_id, n.kind, n.words
      from annotation n join handle h on h.handle_id = n.handle_id
      where n.kind in ('NAME', 'TAG')
      limit ?
      """;

  /** Up to here somebody was named, and not only something similar. */
  static final int EXACT = 1;

  /** Every word asked for is there as it was asked for. */
  private static final int WORD_FOR_WORD = EXACT + 1;

  /** A tag names somebody as well as a name does, but after it. */
  private static final int TAGGED = EXACT;

  private final Tx tx;
  private final String asked;
  private final String folded;
  private final Spelling spelling;
  private final Map<UUID, Integer> best = new HashMap<>();

  Finding(Tx tx, String asked) {
    this.tx = tx;
    this.asked = asked.strip();
    this.folded = Names.folded(this.asked);
    this.spelling = new Spelling(folded);
  }

  /** Those found, the best first; 0 for who was named exactly. */
  Map<UUID, Integer> people(int limit) throws SQLException {
    byId();
    byHandle();
    if (!folded.isEmpty()) {
      bySaid();
      byName();
    }
    var ordered = new LinkedHashMap<UUID, Integer>();
    best.entrySet().stream()
        .sorted(
            Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .forEach(one -> ordered.put(one.getKey(), one.getValue()));
    return ordered;
  }

  /**
   * The id that any of the person's handles has, so that an id noted before a merge still works.
   */
  private void byId() throws SQLException {
    String digits = asked.replace("-", "").toLowerCase(Locale.ROOT);
    if (digits.matches("[0-9a-f]{8,32}")) {
      found(tx.all(BY_ID, row -> row.uuid("contact_id"), id(digits, '0'), id(digits, 'f')), 0);
    }
  }

  private static UUID id(String digits, char rest) {
    String all = digits + String.valueOf(rest).repeat(32 - digits.length());
    return new UUID(
        Long.parseUnsignedLong(all.substring(0, 16), 16),
        Long.parseUnsignedLong(all.substring(16), 16));
  }

  private void byHandle() throws SQLException {
    List<UUID> marks =
        Stream.of(Mark.email(asked), Mark.phone(asked), Mark.profile(asked))
            .flatMap(Optional::stream)
            .map(Keys::of)
            .toList();
    Column handles = Column.of("uuid", handleKeys(), key -> key);
    found(
        tx.all(
            BY_KEY, row -> row.uuid("contact_id"), handles, Column.of("uuid", marks, key -> key)),
        0);
  }

  private List<UUID> handleKeys() throws SQLException {
    var keys = new ArrayList<UUID>();
    if (asked.isEmpty()) {
      return keys;
    }
    int colon = asked.indexOf(':');
    if (colon > 0 && colon + 1 < asked.length() && ChannelId.valid(asked.substring(0, colon))) {
      keys.add(Keys.of(PersonRows.handle(asked)));
    }
    for (String channel : tx.all(CHANNELS, row -> row.text("channel"))) {
      keys.add(Keys.of(new Handle(new ChannelId(channel), asked)));
    }
    return keys;
  }

  private record Said(UUID person, boolean tag, String words) {}

  /** The owner's own words are few, so they are folded here and now. */
  private void bySaid() throws SQLException {
    List<Said> all =
        tx.all(
            SAID,
            row ->
                new Said(row.uuid("contact_id"), "TAG".equals(row.text("kind")), row.text("words")),
            ANNOTATIONS);
    for (Said one : all) {
      String words = Names.folded(one.words());
      if (one.tag()) {
        if (words.equals(folded)) {
          found(List.of(one.person()), TAGGED);
        }
      } else {
        found(one.person(), words, words);
      }
    }
  }

  private record Named(UUID person, String name, String folded) {}

  /**
   * First whose names hold all the words, as they are written or as they sound; who is only similar
   * counts where nobody has the very words, and who is less similar where nobody else is.
   */
  private void byName() throws SQLException {
    List<String> words = Spelling.words(folded);
    holding(words);
    List<String> sounding = words.stream().map(Names::sounding).toList();
    if (!sounding.equals(words)) {
      holding(sounding);
    }
    if (best.values().stream().noneMatch(distance -> distance <= WORD_FOR_WORD)) {
      resembling(words, 1);
    }
    if (best.isEmpty() && words.stream().anyMatch(word -> Spelling.forgiven(word) > 1)) {
      resembling(words, 2);
    }
  }

  private void holding(List<String> words) throws SQLException {
    names(words.stream().map(word -> HOLDS).toList(), words.stream().map(Finding::part).toList());
  }

  /** With so many letters wrong in a word, where so many may be; short words are to be there. */
  private void resembling(List<String> words, int wrong) throws SQLException {
    OptionalDouble likeness =
        words.stream()
            .filter(Finding::forgiving)
            .mapToDouble(word -> Spelling.likeness(word, wrong))
            .min();
    if (likeness.isPresent()) {
      tx.any(LIKENESS, String.valueOf(likeness.getAsDouble()));
      names(
          words.stream().map(word -> forgiving(word) ? RESEMBLES : HOLDS).toList(),
          words.stream().map(word -> forgiving(word) ? word : part(word)).toList());
    }
  }

  private static boolean forgiving(String word) {
    return Spelling.forgiven(word) > 0;
  }

  private static String part(String word) {
    return "%" + word + "%";
  }

  private void names(List<String> conditions, List<String> words) throws SQLException {
    var arguments = new ArrayList<Object>(words);
    arguments.add(CANDIDATES);
    tx.all(
            // The shortest first: of them most is what was asked for.
            "select contact_id, name, folded from handle where "
                + String.join(" and ", conditions)
                + " order by length(folded) limit ?",
            row -> new Named(row.uuid("contact_id"), row.text("name"), row.text("folded")),
            arguments.toArray())
        .forEach(one -> found(one.person(), Names.folded(one.name()), one.folded()));
  }

  private void found(UUID person, String name, String all) {
    int distance = name.equals(folded) ? 0 : spelling.distance(all);
    if (distance >= 0) {
      found(List.of(person), name.equals(folded) ? 0 : WORD_FOR_WORD + distance);
    }
  }

  private void found(List<UUID> people, int distance) {
    people.forEach(person -> best.merge(person, distance, Math::min));
  }
}
