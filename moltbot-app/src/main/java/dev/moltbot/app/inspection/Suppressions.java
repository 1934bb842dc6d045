package dev.moltbot.app.inspection;

import dev.moltbot.app.inspection.Outcome.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the owner does not want to hear for a while, in {@code .openclaw/suppressions}: a line each,
 * {@code ID until YYYY-MM-DD because REASON}. Who keeps quiet about something is on the list
 * instead: a check of its own finds every line.
 */
public record Suppressions(List<Line> lines, List<String> problems, LocalDate today) {
  static final String ID = "ongoing.suppressions";

  private static final Pattern LINE =
      Pattern.compile("(\\S+) until (\\d{4}-\\d{2}-\\d{2}) because (\\S.*)");

  public Suppressions {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /** One of them. */
  public record Line(String id, LocalDate until, String reason) {}

  /** Reads the text of the file; empty when there is none. */
  public static Suppressions parse(String text, LocalDate today) {
    var lines = new ArrayList<Line>();
    var problems = new ArrayList<String>();
    int number = 0;
    for (String raw : text.split("\r?\n", -1)) {
      number++;
      String line = raw.strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Optional<Line> read = line(line);
        read.ifPresent(lines::add);
        if (read.isEmpty()) {
          problems.add("line " + number + " is not: ID until YYYY-MM-DD because REASON");
        }
      }
    }
    return new Suppressions(lines, problems, today);
  }

  private static Optional<Line> line(String text) {
    Matcher parts = LINE.matcher(text);
    try {
      return parts.matches()
          ? Optional.of(new Line(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same findings, where what is suppressed shows as skipped, with what it was. */
  List<Finding> applied(List<Finding> found) {
    return found.stream().map(this::applied).toList();
  }

  private Finding applied(Finding one) {
    if (!one.status().isFinding() || one.check().id().equals(ID)) {
      return one;
    }
    return lines.stream()
        .filter(line -> line.id().equals(one.check().id()) && !line.until().isBefore(today))
        .findFirst()
        .map(line -> new Finding(one.check(), quiet(line, one)))
        .orElse(one);
  }

  private static Outcome quiet(Line line, Finding one) {
    String words =
        "suppressed until " + line.until() + " (" + line.reason() + "): " + one.outcome().seen();
    return new Outcome(Kind.UNKNOWN, words, one.outcome().remedy());
  }

  /** What is to be said of the suppressions themselves. */
  Outcome judged(List<String> known) {
    List<String> wrong = new ArrayList<>(problems);
    for (Line line : lines) {
      if (!known.contains(line.id())) {
        wrong.add(line.id() + " is no check");
      } else if (line.until().isBefore(today)) {
        wrong.add(line.id() + " was suppressed until " + line.until());
      } else {
        wrong.add(line.id() + " is suppressed until " + line.until());
      }
    }
    return wrong.isEmpty()
        ? Outcome.fine("nothing is suppressed")
        : Outcome.found(String.join("; ", wrong), "mend what was found, then take the line out");
  }
}
