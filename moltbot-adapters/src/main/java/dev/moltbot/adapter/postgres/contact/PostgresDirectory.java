package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.port.Directory;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.PersonPage;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** People, looked up in the graph's tables. Thread-safe. */
public final class PostgresDirectory implements Directory {
  private static final String AMONG =
      """
      from person p
      where (? = '' or exists (
              select from annotation n join handle h on h.handle_id = n.handle_id
              where h.contact_id = p.contact_id and n.kind = 'TAG' and n.words = ?))
          and (? = '' or exists (
              select from handle h where h.contact_id = p.contact_id and h.channel = ?))
      """;

  /** By folded names: one order for all scripts. */
  private static final String LIST =
      "select p.contact_id " + AMONG + "order by p.folded, p.name, p.contact_id limit ?";

  private static final String COUNT = "select count(*) as people " + AMONG;

  private static final String EVERYBODY =
      "select count(*) as people from handle where handle_key = contact_id";

  private final Database database;

  public PostgresDirectory(Database database) {
    this.database = database;
  }

  @Override
  public People list(String tag, String channel, int limit) {
    return database.look(tx -> {
      List<UUID> ids =
          tx.all(LIST, row -> row.uuid("contact_id"), tag, tag, channel, channel, limit);
      String count = tag.isEmpty() && channel.isEmpty() ? EVERYBODY : COUNT;
      Object[] among = count.equals(COUNT) ? new Object[] {tag, tag, channel, channel} : NOTHING;
      long total = tx.one(count, row -> row.number("people"), among);
      Map<UUID, PersonLine> lines = PersonRows.lines(tx, ids);
      return new People(ids.stream().map(lines::get).filter(Objects::nonNull).toList(), total);
    });
  }

  private static final Object[] NOTHING = {};

  @Override
  public List<Found> find(String words, int limit) {
    String asked =
        words.length() > MAX_QUESTION_CHARS ? words.substring(0, MAX_QUESTION_CHARS) : words;
    return database.look(tx -> found(tx, new Finding(tx, asked).people(limit)));
  }

  private static List<Found> found(Tx tx, Map<UUID, Integer> people) throws SQLException {
    Map<UUID, PersonLine> lines = PersonRows.lines(tx, people.keySet());
    return people.entrySet().stream()
        .filter(one -> lines.containsKey(one.getKey()))
        .map(one ->
            new Found(
                Objects.requireNonNull(lines.get(one.getKey())), one.getValue() <= Finding.EXACT))
        .toList();
  }

  @Override
  public Optional<PersonPage> show(ContactId person) {
    return database.look(tx -> PageRows.page(tx, person.value()));
  }
}
