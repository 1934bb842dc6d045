package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.export.Unread;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.Quarantined;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the mails of one batch that are not stored yet, or sets them aside by file and line. */
final class MailReading {
  private final MailBatch batch;
  private final HistorySource.Known known;
  private final ListAuthors authors;
  private final List<Quarantined> unreadable = new ArrayList<>();

  MailReading(MailBatch batch, HistorySource.Known known, ListAuthors authors) {
    this.batch = batch;
    this.known = known;
    this.authors = authors;
  }

  /** Reads what was sorted in. */
  HistoryBatch batch(MailSorting sorted, Cursor next, long done, boolean more) {
    long old = read(sorted);
    var messages = batch.messages().stream().map(authors::restored).toList();
    return new HistoryBatch(
        messages, old, List.of(), unreadable, sorted.skipped(), next, done, more);
  }

  /** Returns how many were known. */
  private long read(MailSorting sorted) {
    Set<MessageId> stored =
        known.among(sorted.named().stream().map(each -> each.place().id()).toList());
    long old = 0;
    for (MailSorting.Named each : sorted.named()) {
      if (stored.contains(each.place().id())) {
        old++;
      } else {
        read(sorted.account(), each);
      }
    }
    return old;
  }

  private void read(AccountId account, MailSorting.Named each) {
    switch (each.mail()) {
      case RawMail.Whole mail -> {
        batch.add(each.place(), mail.bytes());
        setAside(account, mail.note());
      }
      case RawMail.TooLarge mail -> {
        batch.addTooLarge(each.place(), mail.bytes(), mail.head());
        setAside(account, mail.note());
      }
      case RawMail.Broken broken -> {
        batch.setAside(each.place(), broken.reason(), 0, new byte[0]);
        setAside(account, broken.note());
      }
      case RawMail.End() -> {
        // Nothing stands there.
      }
    }
  }

  /** What the batch has just set aside is named by its place. */
  private void setAside(AccountId account, RawMail.Note note) {
    if (batch.quarantined().size() > unreadable.size()) {
      Quarantined last = batch.quarantined().getLast();
      unreadable.add(Unread.at(account, note.file(), note.line(), last));
    }
  }
}
