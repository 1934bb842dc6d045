package dev.moltbot.app.command;

import dev.moltbot.app.exports.ImportRun;

/** An import on one line: how far it is within a long file, or among many. */
final class ImportProgress implements ImportRun.Shown {
  /** Exports beyond which the line counts them. */
  private static final int MANY = 20;

  /** Shown in thousands of bytes: nobody reads single ones. */
  private static final int UNIT = 1_000;

  private final Progress progress;

  ImportProgress(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void reading(ImportRun.Place place, long messages, long done, long size) {
    if (place.files() > MANY) {
      progress.show("importing files", place.file(), place.files());
    } else {
      String which = place.files() == 1 ? "" : " " + place.file() + " of " + place.files();
      progress.show("importing" + which + ", kB", done / UNIT, size / UNIT);
    }
  }
}
