package dev.moltbot.adapter.metaexport;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.moltbot.export.ExportFormat;

/** Reads conversations that Instagram and Facebook hand out. */
public final class MetaExportModule extends AbstractModule {

  @ProvidesIntoSet
  @Singleton
  ExportFormat conversations() {
    return new ThreadFormat();
  }

  @ProvidesIntoSet
  @Singleton
  ExportFormat profile() {
    return new ProfileFormat();
  }

  @ProvidesIntoSet
  @Singleton
  ExportFormat pages() {
    return new PageFormat();
  }
}
