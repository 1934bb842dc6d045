package dev.moltbot.adapter.mailfiles;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;

/** Installs the formats that hold mail. */
public final class MailFilesModule extends AbstractModule {

  @ProvidesIntoSet
  ExportFormat mbox() {
    return new MboxFormat();
  }

  @ProvidesIntoSet
  ExportFormat folder() {
    return new MailFolderFormat();
  }

  @ProvidesIntoSet
  ExportFormat single() {
    return new SingleMailFormat();
  }
}
