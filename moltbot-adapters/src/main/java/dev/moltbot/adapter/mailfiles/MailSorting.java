package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.Unread;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.mime.MailFields;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.SentAt;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.Quarantined;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mails on their way into one batch: read, left out, or set aside by file and line. */
final class MailSorting {
  private final AccountId account;
  private final MailBatch batch;
  private final boolean gmail;
  private final List<Quarantined> unreadable = new ArrayList<>();
  private final Map<Labels.Kind, Long> leftOut = new EnumMap<>(Labels.Kind.class);
  private long bytes;
  private int left;

  MailSorting(AccountId account, MailBatch batch) {
    this.account = account;
    this.batch = batch;
    this.gmail = account.channel().equals(MailAccounts.GMAIL);
  }

  /** Mails of whatever kind. */
  int size() {
    return batch.size() + left;
  }

  /** Bytes that were gone through. */
  long bytes() {
    return bytes;
  }

  /** Sorts it in; false at the end. */
  boolean take(RawMail next) {
    return switch (next) {
      case RawMail.Whole mail -> {
        bytes += mail.bytes().length;
        add(mail);
        setAside(mail.note());
        yield true;
      }
      case RawMail.TooLarge mail -> {
        bytes += mail.head().length;
        batch.addTooLarge(MailPlace.of(nameless()), mail.bytes(), mail.head());
        setAside(mail.note());
        yield true;
      }
      case RawMail.Broken broken -> {
        batch.setAside(MailPlace.of(nameless()), broken.reason(), 0, new byte[0]);
        setAside(broken.note());
        yield false;
      }
      case RawMail.End() -> false;
    };
  }

  private void add(RawMail.Whole mail) {
    MailFields fields = gmail ? MailFields.of(mail.bytes(), Takeout.NAMES) : MailFields.NONE;
    Labels.Kind label = Labels.ofLabels(fields.words(Takeout.LABELS));
    Labels.Kind kind = label == Labels.Kind.ORDINARY ? mail.note().folder() : label;
    if (kind.leftOut().isEmpty()) {
      batch.add(place(mail, fields, kind), mail.bytes());
    } else {
      leftOut.merge(kind, 1L, Long::sum);
      left++;
    }
  }

  private MailPlace place(RawMail.Whole mail, MailFields fields, Labels.Kind kind) {
    Set<Trait> traits = kind == Labels.Kind.SENT ? Set.of(Trait.FROM_OWNER) : Set.of();
    return gmail
        ? Takeout.place(account, mail.note().fromLine(), fields, traits)
            .orElseGet(() -> byContent(mail.bytes(), traits))
        : byContent(mail.bytes(), traits);
  }

  private MailPlace byContent(byte[] mail, Set<Trait> traits) {
    return new MailPlace(
        new MessageId(account, MailName.of(mail)), "", new SentAt.Missing(), traits);
  }

  private MessageId nameless() {
    return new MessageId(account, "unreadable");
  }

  /** What the batch has just set aside is named by its place. */
  private void setAside(RawMail.Note note) {
    if (batch.quarantined().size() > unreadable.size()) {
      Quarantined last = batch.quarantined().getLast();
      unreadable.add(Unread.at(account, note.file(), note.line(), last));
    }
  }

  HistoryBatch batch(Cursor next, long done, boolean more) {
    var skipped =
        leftOut.entrySet().stream()
            .map(each -> new HistoryBatch.Skipped(each.getKey().leftOut(), each.getValue()))
            .toList();
    var messages = batch.messages().stream().map(ListAuthors::restored).toList();
    return new HistoryBatch(messages, List.of(), unreadable, skipped, next, done, more);
  }
}
