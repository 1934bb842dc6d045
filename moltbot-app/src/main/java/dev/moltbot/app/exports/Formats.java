package dev.moltbot.app.exports;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import dev.moltbot.adapter.addressbook.AddressBookModule;
import dev.moltbot.adapter.linkedinexport.LinkedInExportModule;
import dev.moltbot.adapter.mailfiles.MailFilesModule;
import dev.moltbot.adapter.metaexport.MetaExportModule;
import dev.moltbot.adapter.telegramexport.TelegramExportModule;
import dev.moltbot.adapter.whatsappexport.WhatsappExportModule;
import dev.moltbot.export.ExportFormat;
import java.util.List;
import java.util.Set;

/** Which kinds of exports are read: <em>the</em> list, written by a person. */
public final class Formats {

  /**
   * Asked in this order; the first that knows a file has it. To add or to remove one is one line.
   */
  private static final List<Module> INSTALLED =
      List.of(
          new Module[] {
            new MailFilesModule(),
            new WhatsappExportModule(),
            new TelegramExportModule(),
            new LinkedInExportModule(),
            new MetaExportModule(),
            new AddressBookModule(),
          });

  private Formats() {}

  /** All of them. */
  public static List<ExportFormat> installed() {
    var formats = new TypeLiteral<Set<ExportFormat>>() {};
    return List.copyOf(Guice.createInjector(INSTALLED).getInstance(Key.get(formats)));
  }
}
