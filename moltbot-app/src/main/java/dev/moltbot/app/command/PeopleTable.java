package dev.moltbot.app.command;

import dev.moltbot.port.PersonLine;
import java.util.List;

/** People, a line each. */
final class PeopleTable {
  /** Handles that a line shows. */
  private static final int HANDLES = 3;

  private PeopleTable() {}

  static Table of(List<PersonLine> people) {
    var table = new Table("ID", "NAME", "HANDLES", "TAGS");
    people.forEach(one ->
        table.row(
            WhichPerson.shortId(one.id()),
            one.name().reveal(),
            WhichPerson.handles(one, HANDLES),
            String.join(", ", one.tags())));
    return table;
  }
}
