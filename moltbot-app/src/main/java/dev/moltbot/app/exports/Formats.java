package dev.moltbot.app.exports;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
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
            new dev.moltbot.adapter.mailfiles.MailFilesModule(),
            new dev.moltbot.adapter.whatsappexport.WhatsappExportModule(),
            new dev.moltbot.adapter.telegramexport.TelegramExportModule(),
            new dev.moltbot.adapter.linkedinexport.LinkedInExportModule(),
            new dev.moltbot.adapter.addressbook.AddressBookModule(),
          });

  private Formats() {}

  /** All of them. */
  public static List<ExportFormat> installed() {
    var formats = new TypeLiteral<Set<ExportFormat>>() {};
    return List.copyOf(Guice.createInjector(INSTALLED).getInstance(Key.get(formats)));
  }
}
