package dev.moltbot.export;

import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches of entries. The cursor is the number of entries taken; a reader that is asked to go
 * on elsewhere opens the file again and passes them by.
 */
public final class ExportSource extends FileSource {
  private final Opener opener;
  private @Nullable EntryReader reader;
  private long taken;

  /**
   * Entries of one file.
   *
   * @param opener called once, and again after every restart
   */
  public ExportSource(Origin origin, Opener opener) {
    super(origin);
    this.opener = opener;
  }

  /** Opens the file at its beginning. */
  @FunctionalInterface
  public interface Opener {
    EntryReader open() throws IOException;
  }

  @Override
  public HistoryBatch read(Cursor from, int limit, Known known) {
    EntryBatch batch = new EntryBatch();
    boolean more = true;
    try {
      EntryReader entries = at(from.atStart() ? 0 : Long.parseLong(from.value()));
      while (more && batch.fits(limit)) {
        Optional<Entry> entry = entries.next();
        more = entry.isPresent();
        entry.ifPresent(found -> add(batch, found));
      }
    } catch (IOException e) {
      more = false;
      String why = "the rest cannot be read: " + e.getClass().getSimpleName();
      add(batch, new Entry.Unreadable(batch.line() + 1, why, new byte[0]));
    }
    long done = reader == null ? 0 : reader.done();
    return batch.finish(known, new Cursor(Long.toString(taken)), done, more);
  }

  private EntryReader at(long place) throws IOException {
    EntryReader open = reader;
    if (open != null && taken == place) {
      return open;
    }
    close();
    open = opener.open();
    reader = open;
    for (taken = 0; taken < place && open.next().isPresent(); taken++) {
      // Passed by: they were stored with the cursor.
    }
    return open;
  }

  private void add(EntryBatch batch, Entry entry) {
    taken++;
    switch (entry) {
      case Entry.Said said -> batch.add(said.message());
      case Entry.Known known -> batch.add(known.identity());
      case Entry.Note note -> batch.note(note.words());
      case Entry.LeftOut left -> batch.leaveOut(left.reason());
      case Entry.Unreadable unreadable -> batch.add(quarantined(unreadable), unreadable.line());
    }
  }

  private Quarantined quarantined(Entry.Unreadable entry) {
    RawBytes head = RawBytes.headOf(entry.head());
    var id = new MessageId(account(), "unreadable");
    var unread = new Quarantined(id, entry.reason(), entry.head().length, head);
    return Unread.at(account(), name(), entry.line(), unread);
  }

  @Override
  public void close() {
    letGo(reader);
    reader = null;
    taken = 0;
  }
}
