package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * People and their messages, made up from a seed: as many as wanted, words as unevenly spread as
 * people use them, a few people with most of the messages.
 */
final class InventedCrowd {
  /** How many messages there are for each person. */
  static final int MESSAGES_EACH = 10;

  private static final int VOCABULARY = 50_000;
  private static final int WORDS_EACH = 60;
  private static final long FIRST = Instant.parse("2016-01-01T00:00:00Z").getEpochSecond();
  private static final int SECONDS = 10 * 365 * 86_400;
  private static final int FLUSH_CHARS = 1_000_000;

  private static final String HANDLES =
      "copy handle (handle_id, handle_key, channel, value, contact_id, name, named_at, folded)"
          + " from stdin";

  private static final String MESSAGES =
      "copy message (message_id, account_id, conversation_id, handle_id, native_key, native_id,"
          + " sent_at, placed_at, from_owner, worth_drafting, repaired, category, certain, reason,"
          + " sender, sender_name, reply_to, subject, body, reference, ancestors, traits, findings)"
          + " from stdin";

  private static final List<String> GIVEN =
      List.of("Olena", "Юлія", "Marko", "Ганна", "Peter", "Ірина", "Zoë", "Тарас", "Ana", "Ivan");

  private static final String[] SYLLABLES = {
    "ka", "ро", "len", "ша", "mi", "тя", "bor", "ко", "dan", "ви", "sel", "гу", "pra", "не", "zu"
  };

  private final Random random;
  private final int people;
  private final int messages;

  InventedCrowd(long seed, int messages) {
    this.random = new Random(seed);
    this.messages = messages;
    this.people = Math.max(1, messages / MESSAGES_EACH);
  }

  int people() {
    return people;
  }

  /** The word of this rank: 0 is in nearly every message, the last in hardly any. */
  static String word(int rank) {
    var word = new StringBuilder();
    for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }
    return word.toString();
  }

  static String name(int person) {
    return GIVEN.get(person % GIVEN.size()) + " " + word(person * 7 + 15);
  }

  static Handle handle(int person) {
    return new Handle(new ChannelId("gmail"), "p" + person + "@example.org");
  }

  /** A person that a message may be from: of few are many. */
  int anybody(Random dice) {
    return (int) (people * Math.pow(dice.nextDouble(), 2));
  }

  void fill(TestDatabase database) throws SQLException, IOException {
    database.asOwner("insert into account (channel, name) values ('gmail', 'me')");
    database.asOwner(
        "insert into conversation (account_id, native_key, native_id) select 1,"
            + " md5(i::text)::uuid, i::text from generate_series(1, "
            + people
            + ") i");
    try (Connection connection = database.source().getConnection()) {
      copy(connection, HANDLES, people, this::handleRow);
      copy(connection, MESSAGES, messages, this::messageRow);
    }
    database.asOwner(
        "insert into addressed select c.conversation_id, m.placed_at, m.message_id from message m"
            + " join conversation c on c.conversation_id = m.conversation_id where m.from_owner");
    // What the server does by itself a minute later.
    database.asOwner("vacuum analyze");
  }

  /** The people alone, with the mark that each handle is. */
  void fillPeople(TestDatabase database) throws SQLException, IOException {
    try (Connection connection = database.source().getConnection()) {
      copy(connection, HANDLES, people, this::handleRow);
    }
    database.asOwner(
        "insert into mark select encode(substr(sha256(convert_to('EMAIL:' || value, 'UTF8')), 1,"
            + " 16), 'hex')::uuid, handle_id, 'EMAIL', value, true from handle");
    // New people are numbered on from here.
    database.asOwner(
        "select setval(pg_get_serial_sequence('handle', 'handle_id'), max(handle_id)) from handle");
    database.asOwner("vacuum analyze");
  }

  private interface Line {
    void append(StringBuilder out, int number);
  }

  private static void copy(Connection connection, String sql, int rows, Line line)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    var out = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      line.append(out, i);
      if (out.length() > FLUSH_CHARS || i == rows - 1) {
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        out.setLength(0);
      }
    }
    copy.endCopy();
  }

  private void handleRow(StringBuilder out, int person) {
    Handle handle = handle(person);
    UUID key = Keys.of(handle);
    String name = name(person);
    tabbed(
        out,
        person + 1,
        key,
        "gmail",
        handle.value(),
        key,
        name,
        Instant.ofEpochSecond(FIRST),
        Folding.of(name + " " + handle.value()));
  }

  private void messageRow(StringBuilder out, int number) {
    int person = anybody(random);
    boolean mine = random.nextInt(4) == 0;
    Instant at = Instant.ofEpochSecond(FIRST + random.nextInt(SECONDS));
    String traits = !mine && random.nextInt(3) == 0 ? "{BULK}" : mine ? "{FROM_OWNER}" : "{}";
    tabbed(
        out,
        number + 1,
        1,
        person + 1,
        mine ? "\\N" : person + 1,
        new UUID(number, 7),
        number,
        at,
        at,
        mine,
        false,
        false,
        "FYI",
        true,
        "",
        "",
        mine ? "" : name(person),
        "{}",
        text(4),
        text(WORDS_EACH),
        "",
        "{}",
        traits,
        "{}");
  }

  private String text(int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(word(rank()));
    }
    return text.toString();
  }

  /** Zipf's law: the word of rank n is used one n-th as often as the first. */
  private int rank() {
    return (int) Math.pow(VOCABULARY, random.nextDouble()) - 1;
  }

  private static void tabbed(StringBuilder out, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : "\t").append(cells[i]);
    }
    out.append('\n');
  }
}
