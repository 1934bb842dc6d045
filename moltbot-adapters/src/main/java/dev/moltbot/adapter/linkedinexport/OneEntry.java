package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import java.util.Optional;

/** A file about which there is one thing to say. */
final class OneEntry implements EntryReader {
  private final Entry entry;
  private boolean said;

  OneEntry(Entry entry) {
    this.entry = entry;
  }

  @Override
  public Optional<Entry> next() {
    Optional<Entry> next = said ? Optional.empty() : Optional.of(entry);
    said = true;
    return next;
  }

  @Override
  public long done() {
    return 0;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
