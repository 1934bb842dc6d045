package dev.moltbot.app.command;

import dev.moltbot.port.Ties.Closeness;
import java.util.List;

/** With whom how much went to and fro. */
final class ClosenessTable {

  private ClosenessTable() {}

  static Table of(List<Closeness> people, When when) {
    var table = new Table("NAME", "LAST", "FROM THEM", "FROM YOU", "ID");
    people.forEach(one ->
        table.row(
            one.person().name().reveal(),
            when.day(one.last()),
            Long.toString(one.received()),
            Long.toString(one.sent()),
            WhichPerson.shortId(one.person().id())));
    return table;
  }
}
