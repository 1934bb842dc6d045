package dev.moltbot.app.channels;

import dev.moltbot.channel.Login;
import dev.moltbot.port.ChannelCheck.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing to know about a channel.
 *
 * @param what in one line
 * @param remedy what to do about it, in one line; empty when there is nothing to do
 */
public record Note(String what, String remedy) {

  /** Everything there is to know, the worst first. */
  public static List<Note> about(ChannelRow row) {
    var notes = new ArrayList<Note>();
    standing(row).forEach(notes::add);
    row.alerts().forEach(words -> notes.add(new Note(words, "")));
    if (row.deadLetters() > 0) {
      notes.add(
          new Note(
              row.deadLetters() + " messages could not be read and were set aside, whole",
              "nothing has to be done; they are in the table quarantine"));
    }
    Health health = row.health();
    if (health != null) {
      notes.add(said(health));
    }
    return notes;
  }

  private static Stream<Note> standing(ChannelRow row) {
    return switch (row.standing()) {
      case Standing.NotConfigured none -> Stream.of(notConfigured(row, none));
      case Standing.Misconfigured wrong ->
          wrong.problems().stream().map(problem -> new Note(problem, remedy(row, problem)));
      case Standing.NeverRead never ->
          Stream.of(new Note("set up; nothing was read yet", "moltbot run reads it"));
      case Standing.Working working -> Stream.empty();
      case Standing.Quiet quiet ->
          Stream.of(
              new Note(
                  "nothing came for " + quiet.since().toDays() + " days",
                  "if that is odd, ask the service: moltbot channels --probe"));
      case Standing.Stopped stopped -> Stream.of(new Note(stopped.reason(), stopped.remedy()));
    };
  }

  /** A problem begins with the name of its setting. */
  private static String remedy(ChannelRow row, String problem) {
    boolean kept =
        row.channel().settings().stream()
            .filter(setting -> !setting.kept().isEmpty())
            .anyMatch(setting -> problem.startsWith(setting.key() + " "));
    return kept ? "run moltbot channels login " + row.channel().name() : "correct it in .env";
  }

  private static Note notConfigured(ChannelRow row, Standing.NotConfigured none) {
    boolean login = !row.channel().login().equals(Login.NONE);
    return new Note(
        "needs " + String.join(", ", none.missing()),
        "only if you want it: see docs/channels.md"
            + (login ? ", and run moltbot channels login " + row.channel().name() : ""));
  }

  private static Note said(Health health) {
    return switch (health) {
      case Health.Fine fine -> new Note("the service says: " + fine.detail(), "");
      case Health.Missing missing -> new Note("missing: " + missing.what(), missing.remedy());
      case Health.Unreachable gone ->
          new Note("not reached: " + gone.reason(), "try again; nothing is known until then");
    };
  }
}
