package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.port.CardWriter;
import dev.moltbot.port.Exported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person in the formats of an export. */
final class ExportText {
  /** RFC 4180. */
  static final String CSV_HEAD = "id,name,handles,emails,phones,profiles,tags,notes\r\n";

  private ExportText() {}

  static Map<String, Object> fields(Exported person) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", person.id().value().toString());
    fields.put("name", person.name().reveal());
    fields.put("handles", person.handles().stream().map(PersonFields::of).toList());
    fields.put("marks", person.marks().stream().map(ExportText::fields).toList());
    fields.put(
        "details",
        person.details().stream()
            .map(one -> Map.of("kind", one.kind().name(), "value", one.value().reveal()))
            .toList());
    fields.put(
        "annotations",
        person.annotations().stream()
            .map(one -> Map.of("kind", one.kind().name(), "words", one.words()))
            .toList());
    return fields;
  }

  private static Map<String, String> fields(Mark mark) {
    return Map.of("kind", mark.kind().name(), "value", mark.value());
  }

  static String csv(Exported person) {
    List<String> handles =
        person.handles().stream().map(one -> one.channel() + ":" + one.value()).toList();
    return Stream.of(
                person.id().value().toString(),
                person.name().reveal(),
                String.join(" ", handles),
                String.join(" ", marks(person, Mark.Kind.EMAIL)),
                String.join(" ", marks(person, Mark.Kind.PHONE)),
                String.join(" ", marks(person, Mark.Kind.PROFILE)),
                String.join(" ", said(person, Annotation.Kind.TAG)),
                String.join("\n", said(person, Annotation.Kind.NOTE)))
            .map(ExportText::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** What a table program would take for a formula is made text: others chose these words. */
  private static String cell(String words) {
    String safe = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** As the writer of cards wants it; a person keeps the id from export to export. */
  static CardWriter.Person card(Exported person) {
    return new CardWriter.Person(
        "urn:uuid:" + person.id().value(),
        person.name(),
        Set.copyOf(person.marks()),
        person.details(),
        said(person, Annotation.Kind.TAG),
        said(person, Annotation.Kind.NOTE));
  }

  private static List<String> marks(Exported person, Mark.Kind kind) {
    return person.marks().stream().filter(m -> m.kind() == kind).map(Mark::value).toList();
  }

  private static List<String> said(Exported person, Annotation.Kind kind) {
    return person.annotations().stream()
        .filter(one -> one.kind() == kind)
        .map(Annotation::words)
        .toList();
  }
}
