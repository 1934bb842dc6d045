package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Tx;
import java.sql.SQLException;
import java.util.List;

/**
 * Where else a person's names, addresses and numbers stand: input that could not be read, names of
 * imported files, what the owner asked their assistant.
 */
final class Mentions {
  /** A shorter name is found in other words. */
  private static final int MIN_CHARS = 5;

  private static final String KNOWN_AS =
      """
      select distinct unnest(array[words, lower(words)]) as words from (
          select value as words from handle where handle_id = any(?)
          union all select name from handle where handle_id = any(?)
          union all select value from mark where handle_id = any(?)
          union all select words from annotation where handle_id = any(?) and kind = 'NAME') known
      where char_length(words) >= ?
      """;

  /** Bytes of whatever encoding: compared in a spelling that all of them have. */
  private static final String QUARANTINE =
      """
      update quarantine q set head = '', native_id = native_key::text
      where exists (
          select from unnest(?::text[]) as w (words)
          where position(lower(encode(convert_to(w.words, 'UTF8'), 'escape'))
              in lower(encode(q.head, 'escape'))) > 0
              or position(lower(w.words) in lower(q.native_id)) > 0)
      """;

  private static final String FILES =
      """
      update imported_file f set name = 'forgotten'
      where exists (
          select from unnest(?::text[]) as w (words) where position(lower(w.words) in lower(f.name)) > 0)
      """;

  private static final String BATCHES =
      """
      update imported_batch set people = (
          select coalesce(array_agg(p), '{}') from unnest(people) as p where p <> all(?))
      where people && ?
      """;

  private static final String QUESTIONS =
      """
      update question q set words = '(forgotten)', answer = '', reference = ''
      where exists (
          select from unnest(?::text[]) as w (words)
          where position(lower(w.words) in lower(q.words || ' ' || q.answer)) > 0)
      """;

  private final Tx tx;
  private final Person person;

  Mentions(Tx tx, Person person) {
    this.tx = tx;
    this.person = person;
  }

  void erase() throws SQLException {
    Column handles = person.column();
    List<String> words =
        tx.all(KNOWN_AS, row -> row.text("words"), handles, handles, handles, handles, MIN_CHARS);
    Column texts = Column.texts(words);
    tx.run(QUARANTINE, texts);
    tx.run(FILES, texts);
    tx.run(QUESTIONS, texts);
    Column keys = Column.of("uuid", person.members(), one -> one.node().value());
    tx.run(BATCHES, keys, keys);
  }
}
