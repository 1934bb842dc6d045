package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.export.CsvTable;
import dev.moltbot.export.ExportFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files of an export, told by their columns; by their names only where these say nothing. */
enum Kind {
  MACHINE("CONVERSATION ID,FROM,DATE,CONTENT"),
  MESSAGES("CONVERSATION ID,FROM,DATE,CONTENT"),
  CONNECTIONS("First Name,Last Name,Connected On"),
  INVITATIONS("From,To,Sent At,Direction"),
  CONTACTS("FirstName,LastName,Emails,PhoneNumbers"),
  OTHER("");

  private static final Set<String> ELSEWHERE =
      Set.of("saved jobs", "job applications", "job seeker preferences", "verifications");

  private static final Set<String> MARKS =
      Set.of("connections", "messages", "profile", "invitations", "registration");

  /** Numbers that LinkedIn, or a browser, puts behind a name: {@code Shares_17529409 (1)}. */
  private static final String SUFFIX = "(_\\d+)?( ?\\(\\d+\\))?$";

  /** Parted by commas, like the header itself. */
  private final String columns;

  Kind(String columns) {
    this.columns = columns;
  }

  String[] columns() {
    return columns.split(",");
  }

  /** What the file is; empty for what LinkedIn did not make. */
  static Optional<Kind> of(ExportFile file) throws IOException {
    if (!file.baseName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return Optional.empty();
    }
    for (Kind kind : List.of(MESSAGES, CONNECTIONS, INVITATIONS, CONTACTS)) {
      if (CsvTable.has(file, kind.columns())) {
        return Optional.of(kind == MESSAGES && withMachine(file) ? MACHINE : kind);
      }
    }
    return other(file) ? Optional.of(OTHER) : Optional.empty();
  }

  /** LinkedIn's own assistants: nobody one knows. */
  private static boolean withMachine(ExportFile file) {
    String name = plainName(file);
    return name.startsWith("guide_messages") || name.startsWith("learning_");
  }

  private static boolean other(ExportFile file) {
    String name = plainName(file);
    return ELSEWHERE.contains(name)
        || name.startsWith("job applicant saved")
        || (beside(file) >= 2 && !name.contains("google") && !name.contains("outlook"));
  }

  /** How many of the files that every export has stand beside it. */
  private static long beside(ExportFile file) {
    return file.siblings().stream()
        .filter(each -> each.baseName().toLowerCase(Locale.ROOT).endsWith(".csv"))
        .map(Kind::plainName)
        .filter(MARKS::contains)
        .distinct()
        .count();
  }

  /** The name without ending, number and case. */
  static String plainName(ExportFile file) {
    return file.baseName()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("\\.csv$", "")
        .replaceFirst(SUFFIX, "");
  }
}
