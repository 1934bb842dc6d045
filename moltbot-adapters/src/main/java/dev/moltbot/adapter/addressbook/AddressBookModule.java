package dev.moltbot.adapter.addressbook;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.port.CardWriter;

/** Reads address books, and writes one. */
public final class AddressBookModule extends AbstractModule {

  @ProvidesIntoSet
  @Singleton
  ExportFormat cards() {
    return new CardFormat();
  }

  @ProvidesIntoSet
  @Singleton
  ExportFormat tables() {
    return new TableFormat();
  }

  @Override
  protected void configure() {
    bind(CardWriter.class).toInstance(new Cards());
  }
}
