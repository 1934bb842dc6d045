package dev.moltbot.adapter.metaexport;

import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.port.HistorySource;
import java.io.IOException;

/** Conversations as pages for browsers. They do not tell times for sure, so they are refused. */
final class PageFormat implements ExportFormat {
  private static final String WORD =
      "a chat as a web page: ask for the download again, with JSON as its format";

  @Override
  public String name() {
    return "meta-page";
  }

  @Override
  public boolean recognises(ExportFile file) throws IOException {
    return file.baseName().matches("message_\\d+\\.html?")
        && Service.head(file).stripLeading().startsWith("<");
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    return Service.leftOut(file, name(), WORD);
  }
}
