package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.export.CsvRow;
import dev.moltbot.export.CsvTable;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds out whose export it is: by the owner's word, the profile, the invitations, the messages.
 */
final class Owners {

  private Owners() {}

  static Owner of(ExportFile file, Kind kind, ExportOptions options) throws IOException {
    if (kind == Kind.OTHER || kind == Kind.CONTACTS) {
      return new Owner(Set.of(), "");
    }
    Set<String> names = new TreeSet<>(options.me());
    names.addAll(profileNames(file));
    String page =
        options.me().stream()
            .flatMap(me -> Page.of(me).stream())
            .map(Page::value)
            .findFirst()
            .orElse("");
    Owner owner = new Owner(names, page);
    if (kind == Kind.MESSAGES) {
      owner = Participants.of(file).owner(owner);
    }
    return owner.page().isEmpty() ? invited(file, kind, owner) : owner;
  }

  private static Set<String> profileNames(ExportFile file) throws IOException {
    Optional<CsvRow> profile = beside(file, "profile", "First Name", "Last Name");
    return profile
        .map(row -> Set.of(row.get("First Name") + " " + row.get("Last Name")))
        .orElse(Set.of());
  }

  /** Invitations say which way they went, and so which of both is the owner. */
  private static Owner invited(ExportFile file, Kind kind, Owner owner) throws IOException {
    Optional<CsvRow> first =
        kind == Kind.INVITATIONS
            ? firstRow(file, Kind.INVITATIONS.columns())
            : beside(file, "invitations", Kind.INVITATIONS.columns());
    if (first.isEmpty()) {
      return owner;
    }
    Member self = Invitations.self(first.get());
    Set<String> names = new TreeSet<>(owner.names());
    names.add(self.name());
    return new Owner(names, self.page());
  }

  private static Optional<CsvRow> beside(ExportFile export, String name, String... columns)
      throws IOException {
    Stream<ExportFile> named =
        export.siblings().stream()
            .filter(each -> each.baseName().endsWith(".csv") && Kind.plainName(each).equals(name));
    Optional<ExportFile> file = named.findFirst();
    return file.isEmpty() ? Optional.empty() : firstRow(file.get(), columns);
  }

  private static Optional<CsvRow> firstRow(ExportFile file, String... columns) throws IOException {
    if (!CsvTable.has(file, columns)) {
      return Optional.empty();
    }
    try (CsvTable table = CsvTable.open(file, columns)) {
      Optional<CsvTable.Item> item = table.next();
      return item.isPresent() && item.get() instanceof CsvTable.Item.Row(CsvRow row)
          ? Optional.of(row)
          : Optional.empty();
    }
  }
}
