package dev.moltbot.adapter.telegramexport;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;

/** Installs what Telegram Desktop exports as formats to import. */
public final class TelegramExportModule extends AbstractModule {

  @ProvidesIntoSet
  @Singleton
  ExportFormat json() {
    return new TelegramJson();
  }

  @ProvidesIntoSet
  @Singleton
  ExportFormat html() {
    return new TelegramHtml();
  }
}
