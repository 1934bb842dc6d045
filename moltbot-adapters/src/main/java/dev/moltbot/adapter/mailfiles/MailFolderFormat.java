package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.ContentKeys;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Origin;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A folder of mails: a Maildir with the folders within it, or nothing but .eml files. */
final class MailFolderFormat implements ExportFormat {
  private static final int VERSION = 1;

  @Override
  public String name() {
    return "mail-folder";
  }

  @Override
  public boolean recognises(ExportFile file) {
    return MailFolders.isMaildir(file) || MailFolders.isFolderOfMails(file);
  }

  @Override
  public Set<String> owners(ExportFile folder) throws IOException {
    List<ExportFile> mails = MailFolders.mails(folder);
    return new TreeSet<>(Owners.of(from -> new FolderMails(mails, from)));
  }

  @Override
  public HistorySource open(ExportFile folder, ExportOptions options) throws IOException {
    List<ExportFile> mails = MailFolders.mails(folder);
    String me = String.join(" ", new TreeSet<>(options.me()));
    String key = ContentKeys.of(folder, name(), VERSION, me);
    String format = MailFolders.isMaildir(folder) ? "maildir" : name();
    var origin = new Origin(format, folder.name(), key, MailAccounts.MAIL, mails.size());
    return new MailSource(origin, from -> new FolderMails(mails, from), Owners.among(options.me()));
  }
}
