package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvTable;
import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.ExportSource;
import dev.moltbot.export.OneEntry;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Locale;

/** One file of an export. Those beside it are looked at only to learn who the owner is. */
final class LinkedInFormat implements ExportFormat {
  static final ChannelId LINKEDIN = new ChannelId("linkedin");

  private static final int VERSION = 1;

  @Override
  public String name() {
    return "linkedin-export";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return Kind.of(file).isPresent();
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    Kind kind = Kind.of(file).orElse(Kind.OTHER);
    Owner owner = Owners.of(file, kind, options);
    String key = ContentKeys.of(file, name(), VERSION, owner.toString(), options.region());
    String format = "linkedin-" + kind.name().toLowerCase(Locale.ROOT);
    return new ExportSource(
        new Origin(format, file.name(), key, owner.account(), file.bytes()),
        () -> reader(file, kind, owner, options));
  }

  private static EntryReader reader(ExportFile file, Kind kind, Owner owner, ExportOptions options)
      throws IOException {
    return switch (kind) {
      case MESSAGES -> table(file, kind, new Messages(owner, options.zone()));
      case CONNECTIONS -> table(file, kind, new Connections());
      case INVITATIONS -> table(file, kind, new Invitations(owner, options.zone()));
      case CONTACTS -> table(file, kind, new UploadedContacts(options.region()));
      case MACHINE -> table(file, kind, row -> new Entry.LeftOut("a talk with a machine"));
      case OTHER -> new OneEntry(new Entry.LeftOut("a list without people and messages"));
    };
  }

  private static EntryReader table(ExportFile file, Kind kind, CsvEntries.Meaning meaning)
      throws IOException {
    return new CsvEntries(CsvTable.open(file, kind.columns()), meaning);
  }
}
