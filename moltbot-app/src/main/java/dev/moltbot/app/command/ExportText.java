package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.port.Exported;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person in the formats of an export. */
final class ExportText {
  /** RFC 4180. */
  static final String CSV_HEAD = "id,name,handles,emails,phones,profiles,tags,notes\r\n";

  /** RFC 6350, section 3.2: longest line in bytes of UTF-8. */
  private static final int VCARD_LINE_BYTES = 75;

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

  static String vcard(Exported person) {
    var lines = new ArrayList<>(List.of("BEGIN:VCARD", "VERSION:4.0"));
    lines.add("UID:urn:uuid:" + person.id().value());
    lines.add("FN:" + escaped(person.name().reveal()));
    marks(person, Mark.Kind.EMAIL).forEach(one -> lines.add("EMAIL:" + escaped(one)));
    marks(person, Mark.Kind.PHONE).forEach(one -> lines.add("TEL;VALUE=uri:tel:" + one));
    marks(person, Mark.Kind.PROFILE).forEach(one -> lines.add("URL:https://" + plain(one)));
    details(person, Detail.Kind.BIRTHDAY).forEach(day -> lines.add("BDAY:" + day));
    details(person, Detail.Kind.ORGANISATION).forEach(one -> lines.add("ORG:" + escaped(one)));
    details(person, Detail.Kind.POSITION).forEach(one -> lines.add("TITLE:" + escaped(one)));
    String tags =
        said(person, Annotation.Kind.TAG).stream()
            .map(ExportText::escaped)
            .collect(Collectors.joining(","));
    if (!tags.isEmpty()) {
      lines.add("CATEGORIES:" + tags);
    }
    said(person, Annotation.Kind.NOTE).forEach(one -> lines.add("NOTE:" + escaped(one)));
    lines.add("END:VCARD");
    return lines.stream().map(ExportText::folded).collect(Collectors.joining());
  }

  private static List<String> marks(Exported person, Mark.Kind kind) {
    return person.marks().stream().filter(m -> m.kind() == kind).map(Mark::value).toList();
  }

  private static List<String> details(Exported person, Detail.Kind kind) {
    return person.details().stream()
        .filter(one -> one.kind() == kind)
        .map(one -> kind == Detail.Kind.BIRTHDAY ? day(one) : one.value().reveal())
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** RFC 6350 has 19710624 and --0624. */
  private static String day(Detail birthday) {
    String day = birthday.value().reveal();
    String yearless = day.startsWith("--") ? "--" + day.substring(2).replace("-", "") : "";
    return day.matches("\\d{4}-\\d{2}-\\d{2}") ? day.replace("-", "") : yearless;
  }

  private static List<String> said(Exported person, Annotation.Kind kind) {
    return person.annotations().stream()
        .filter(one -> one.kind() == kind)
        .map(Annotation::words)
        .toList();
  }

  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replaceAll("\\R", "\\\\n")
        .replace(",", "\\,")
        .replace(";", "\\;")
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}\\s]", "");
  }

  /** Never within a character. */
  private static String folded(String line) {
    var out = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < line.length(); ) {
      String one = Character.toString(line.codePointAt(i));
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > VCARD_LINE_BYTES) {
        out.append("\r\n ");
        bytes = 1;
      }
      out.append(one);
      bytes += length;
      i += one.length();
    }
    return out.append("\r\n").toString();
  }
}
