package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.Ties.Closeness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People as JSON, the same in every command. */
final class PersonFields {

  private PersonFields() {}

  static Map<String, Object> of(PersonLine person) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", person.id().value().toString());
    fields.put("name", person.name().reveal());
    fields.put("handles", person.handles().stream().map(PersonFields::of).toList());
    fields.put("tags", person.tags());
    return fields;
  }

  static Map<String, Object> of(Handle handle) {
    return Map.of("channel", handle.channel().value(), "value", handle.value());
  }

  static List<Map<String, Object>> of(List<PersonLine> people) {
    return people.stream().map(PersonFields::of).toList();
  }

  static Map<String, Object> of(Closeness one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("person", of(one.person()));
    fields.put("received", one.received());
    fields.put("sent", one.sent());
    fields.put("last", one.last().toString());
    return fields;
  }
}
