package dev.moltbot.adapter.linkedinexport;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;

/** Reads what LinkedIn hands out to its members. */
public final class LinkedInExportModule extends AbstractModule {

  @ProvidesIntoSet
  @Singleton
  ExportFormat files() {
    return new LinkedInFormat();
  }
}
