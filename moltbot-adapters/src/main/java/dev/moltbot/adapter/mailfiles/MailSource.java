package dev.moltbot.adapter.mailfiles;

import dev.moltbot.export.FileSource;
import dev.moltbot.export.Origin;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Mails of a file or folder. The file stays open between batches. */
final class MailSource extends FileSource {
  /** Bytes of mail after which a batch ends, however few mails that is. */
  private static final long MAX_BATCH_BYTES = 16L << 20;

  private final RawMails.Opener opener;
  private final Predicate<String> owner;
  private final MailParser parser = new MailParser(MailLimits.DEFAULT);
  private @Nullable RawMails mails;
  private Cursor reached = Cursor.START;

  MailSource(Origin origin, RawMails.Opener opener, Predicate<String> owner) {
    super(origin);
    this.opener = opener;
    this.owner = owner;
  }

  @Override
  public HistoryBatch read(Cursor from, int limit, Known known) {
    MailSorting sorting = new MailSorting(account());
    MailReading reading =
        new MailReading(new MailBatch(parser, owner), known, new ListAuthors(owner));
    boolean more = true;
    try {
      RawMails open = at(from);
      while (more && sorting.size() < limit && sorting.bytes() < MAX_BATCH_BYTES) {
        more = sorting.take(open.next());
      }
      reached = open.position();
      return reading.batch(sorting, reached, open.done(), more);
    } catch (IOException e) {
      String why = "the rest cannot be read: " + e.getClass().getSimpleName();
      sorting.take(new RawMail.Broken(why, new RawMail.Note(name(), 1, "", Labels.Kind.ORDINARY)));
      return reading.batch(sorting, from, 0, false);
    }
  }

  private RawMails at(Cursor from) throws IOException {
    RawMails open = mails;
    if (open != null && reached.equals(from)) {
      return open;
    }
    close();
    open = opener.at(from);
    mails = open;
    return open;
  }

  @Override
  public void close() {
    letGo(mails);
    mails = null;
  }
}
