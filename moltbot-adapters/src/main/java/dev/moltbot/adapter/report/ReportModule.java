package dev.moltbot.adapter.report;

import com.google.inject.AbstractModule;
import dev.moltbot.port.ReportWriter;

/** Binds the writer of reports. */
public final class ReportModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(ReportWriter.class).toInstance(new HtmlReport());
  }
}
