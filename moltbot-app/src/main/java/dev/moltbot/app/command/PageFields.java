package dev.moltbot.app.command;

import dev.moltbot.port.PersonPage;
import dev.moltbot.port.Timeline.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A person's page as JSON, as {@code schema/contacts-show.json} describes it. */
final class PageFields {

  private PageFields() {}

  static Map<String, Object> of(PersonPage page, List<Said> said) {
    var fields = new LinkedHashMap<String, Object>(PersonFields.of(page.line()));
    fields.put("handles", page.handles().stream().map(PageFields::of).toList());
    fields.put("marks", page.marks());
    fields.put(
        "details",
        page.details().stream()
            .map(one -> Map.of("kind", one.kind().name(), "value", one.value().reveal()))
            .toList());
    fields.put(
        "notes",
        page.notes().stream()
            .map(one -> Map.of("words", one.words(), "at", one.writtenAt().toString()))
            .toList());
    fields.put("links", page.links().stream().map(PageFields::of).toList());
    fields.put("ties", page.ties().stream().map(PageFields::of).toList());
    fields.put("messages", said.stream().map(one -> SaidView.fields(one)).toList());
    return fields;
  }

  private static Map<String, Object> of(PersonPage.Named one) {
    var fields = new LinkedHashMap<String, Object>(PersonFields.of(one.handle()));
    fields.put("name", one.name().reveal());
    return fields;
  }

  private static Map<String, Object> of(PersonPage.Link one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("first", PersonFields.of(one.first()));
    fields.put("second", PersonFields.of(one.second()));
    fields.put("evidence", one.evidence());
    fields.put("mark", one.mark());
    fields.put("at", one.at().toString());
    return fields;
  }

  private static Map<String, Object> of(PersonPage.Tie one) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("channel", one.channel().value());
    fields.put("received", one.received());
    fields.put("sent", one.sent());
    fields.put("toMany", one.toMany());
    fields.put("first", one.first().toString());
    fields.put("last", one.last().toString());
    return fields;
  }
}
