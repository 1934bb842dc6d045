package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** One mail in a file of its own, beside files of other kinds. */
final class SingleMailFormat implements ExportFormat {
  private static final int VERSION = 1;

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return MailFolders.isMailFile(file) && file.head(1).length > 0;
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    String me = String.join(" ", new TreeSet<>(options.me()));
    String key = ContentKeys.of(file, name(), VERSION, me);
    var origin = new Origin(name(), file.name(), key, MailAccounts.MAIL, 1);
    return new MailSource(
        origin, from -> new FolderMails(List.of(file), from), Owners.among(options.me()));
  }
}
