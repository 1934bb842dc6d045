package dev.moltbot.adapter.whatsappexport;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;

/** Installs chats as text as formats to import. */
public final class WhatsappExportModule extends AbstractModule {

  @ProvidesIntoSet
  @Singleton
  ExportFormat whatsapp() {
    return new WhatsappChat();
  }

  @ProvidesIntoSet
  @Singleton
  ExportFormat signal() {
    return new SignalChat();
  }
}
