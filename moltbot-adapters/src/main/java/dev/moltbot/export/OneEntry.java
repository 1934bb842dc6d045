package dev.moltbot.export;

import java.util.Optional;

/** A file about which there is one thing to say. */
public final class OneEntry implements EntryReader {
  private final Entry entry;
  private boolean said;

  /** Says it once. */
  public OneEntry(Entry entry) {
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
