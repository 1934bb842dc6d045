package dev.moltbot.adapter.postgres;

import dev.moltbot.adapter.postgres.contact.Folding;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * People and their messages, made up from a seed: as many as wanted, words as unevenly spread as
 * people use them, a few people with most of the messages.
 */
public final class InventedCrowd {
  /** How many messages there are for each person. */
  public static final int MESSAGES_EACH = 10;

  private static final int VOCABULARY = 50_000;
  private static final int WORDS_EACH = 60;
  private static final long FIRST = Instant.parse("2006-01-01T00:00:00Z").getEpochSecond();
  private static final int SECONDS = 20 * 365 * 86_400;

  /** Every third person has a number besides an address. */
  private static final int WITH_NUMBER = 3;

  /** Who is tagged by hand: as many among many people as among few. */
  private static final int TAGGED = 300;

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
      List.of(
          "Olena",
          "Юлія",
          "Marko",
          "Ганна",
          "Peter",
          "Ірина",
          "Zoë",
          "Тарас",
          "Ana",
          "Ivan",
          "Sofia",
          "Дмитро",
          "Lukas",
          "Марія",
          "Émile",
          "Оксана",
          "Greta",
          "Богдан",
          "Nils",
          "Катерина");

  private static final String[] PARTS = {
    "ba", "che", "du", "fe", "ga", "hor", "iv", "ja", "kly", "lo", "mak", "ne", "os", "pri", "ra",
    "sto", "ta", "us", "vy", "ze", "shev", "grom", "bond", "lyt", "dor", "pan", "kul", "rom", "tym"
  };

  private static final String[] ENDINGS = {
    "enko", "chuk", "son", "ski", "ова", "in", "er", "ард", "vych", "ak", "iv", "ez", "o", "man",
    "yan"
  };

  private static final String[] SYLLABLES = {
    "ka", "ро", "len", "ша", "mi", "тя", "bor", "ко", "dan", "ви", "sel", "гу", "pra", "не", "zu"
  };

  private final Random random;
  private final int people;
  private final int messages;

  public InventedCrowd(long seed, int messages) {
    this.random = new Random(seed);
    this.messages = messages;
    this.people = Math.max(1, messages / MESSAGES_EACH);
  }

  int people() {
    return people;
  }

  int messages() {
    return messages;
  }

  /** The word of this rank: 0 is in nearly every message, the last in hardly any. */
  public static String word(int rank) {
    var word = new StringBuilder();
    for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
    }
    return word.toString();
  }

  public static String name(int person) {
    return GIVEN.get(person % GIVEN.size()) + " " + surname(person);
  }

  /** Hardly two have the same, and many are alike. */
  private static String surname(int person) {
    var dice = new Random(person);
    String first = PARTS[dice.nextInt(PARTS.length)];
    String name = first + PARTS[dice.nextInt(PARTS.length)] + PARTS[dice.nextInt(PARTS.length)];
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1)
        + ENDINGS[dice.nextInt(ENDINGS.length)];
  }

  static Handle handle(int person) {
    return new Handle(new ChannelId("gmail"), "p" + person + "@example.org");
  }

  public static ContactId person(int person) {
    return new ContactId(Keys.of(handle(person)));
  }

  private static Handle number(int person) {
    return new Handle(new ChannelId("whatsapp"), "+38044" + (1_000_000 + person));
  }

  /** A person that a message may be from: of few are many. */
  public int anybody(Random dice) {
    return (int) (people * Math.pow(dice.nextDouble(), 2));
  }

  public void fill(DataSource owner) throws SQLException, IOException {
    AskedDatabase.run(
        owner, "insert into account (channel, name) values ('gmail', 'me'), ('whatsapp', 'me')");
    AskedDatabase.run(
        owner,
        "insert into conversation (account_id, native_key, native_id) select 1,"
            + " md5(i::text)::uuid, i::text from generate_series(1, "
            + people
            + ") i");
    try (Connection connection = owner.getConnection()) {
      copy(connection, HANDLES, people, this::handleRows);
      copy(connection, MESSAGES, messages, this::messageRow);
    }
    AskedDatabase.run(
        owner,
        "insert into addressed select 2 * conversation_id - 2 + account_id, placed_at, message_id"
            + " from message where from_owner");
    AskedDatabase.run(
        owner,
        "insert into annotation (handle_id, kind, words, written_at)"
            + " select handle_id, 'TAG', 'team' || handle_id % 20, now() from handle"
            + " where handle_id <= "
            + TAGGED);
  }

  /** The people alone, with the mark that each handle is. */
  void fillPeople(TestDatabase database) throws SQLException, IOException {
    try (Connection connection = database.source().getConnection()) {
      copy(connection, HANDLES, people, InventedCrowd::addressRow);
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

  private static void addressRow(StringBuilder out, int person) {
    handleRow(out, person, 1, handle(person));
  }

  private void handleRows(StringBuilder out, int person) {
    addressRow(out, person);
    if (person % WITH_NUMBER == 0) {
      handleRow(out, person, 2, number(person));
    }
  }

  /** An address's number is odd, a telephone's even. */
  private static long handleId(int person, int account) {
    return 2L * person + account;
  }

  private static void handleRow(StringBuilder out, int person, int account, Handle handle) {
    String name = name(person);
    tabbed(
        out,
        handleId(person, account),
        Keys.of(handle),
        handle.channel(),
        handle.value(),
        Keys.of(handle(person)),
        name,
        Instant.ofEpochSecond(FIRST),
        Folding.of(name + " " + handle.value()));
  }

  /** More of them lately than long ago. */
  private Instant someTime() {
    return Instant.ofEpochSecond(FIRST + (long) (SECONDS * Math.sqrt(random.nextDouble())));
  }

  private String traits(boolean mine) {
    String file = random.nextInt(20) == 0 ? ",ATTACHMENTS" : "";
    String kind = List.of(",BULK", ",DISCUSSION", "", "", "", "").get(random.nextInt(6));
    return "{" + (mine ? ",FROM_OWNER" + file : kind + file).replaceFirst("^,", "") + "}";
  }

  private void messageRow(StringBuilder out, int number) {
    int person = anybody(random);
    int account = person % WITH_NUMBER == 0 ? 1 + random.nextInt(2) : 1;
    boolean mine = random.nextInt(4) == 0;
    Instant at = someTime();
    tabbed(
        out,
        number + 1,
        account,
        person + 1,
        mine ? "\\N" : handleId(person, account),
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
        text(WORDS_EACH) + (random.nextInt(25) == 0 ? " https://example.org/" + number : ""),
        "",
        "{}",
        traits(mine),
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
