package dev.moltbot.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads entries front to back, the same ones in the same order whenever the same file is opened.
 * Used by one thread at a time.
 */
public interface EntryReader extends Closeable {

  /**
   * The next entry, or empty at the end.
   *
   * @throws IOException when nothing more can be read; what is left is set aside as one
   */
  Optional<Entry> next() throws IOException;

  /** How far the file is read, in bytes or in whatever {@link ExportSource} was given as size. */
  long done();
}
