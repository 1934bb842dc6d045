package dev.moltbot.adapter.imap;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;

/** One read: what was sent since, what came since, and where that leaves us, however it ends. */
final class Reading {
  private static final String INBOX = "INBOX";

  private final Haul haul;
  private final InstantSource time;
  private Position position;
  private boolean atEnd;

  Reading(Position from, Haul haul, InstantSource time) {
    this.position = from;
    this.haul = haul;
    this.time = time;
  }

  /** Where the next read goes on. */
  Position position() {
    return position;
  }

  /** Whether nothing more was there. */
  boolean atEnd() {
    return atEnd;
  }

  /** What the owner sent comes first: a question answered already must not be seen without it. */
  Reading go(ImapLine line, String sentFolder, Duration wait)
      throws IOException, ProtocolException {
    Optional<String> sent = line.sentFolder(sentFolder);
    atEnd =
        (sent.isEmpty() || take(line, sent.get(), Folder.SENT)) && take(line, INBOX, Folder.INBOX);
    if (atEnd && haul.isEmpty() && wait.isPositive() && line.can("IDLE") && line.idle(wait)) {
      atEnd = take(line, INBOX, Folder.INBOX);
    }
    return this;
  }

  /** False when there is more than this read may bring. */
  private boolean take(ImapLine line, String name, Folder folder)
      throws IOException, ProtocolException {
    MailboxInfo info = line.examine(name);
    Mark mark = position.of(folder).in(info.uidvalidity);
    if (!mark.listing() && info.uidnext > 0 && info.uidnext <= mark.uid() + 1) {
      position = position.with(folder, mark.atEnd(info.uidnext, time.instant()));
      return true;
    }
    var mails = new Mails(line);
    for (long uid : mails.after(mark)) {
      if (haul.full()) {
        return false;
      }
      try {
        haul.take(mails, folder, mark, uid);
      } catch (IOException | ProtocolException e) {
        position = haul.givesUp(mark, uid, e) ? position.with(folder, mark.after(uid)) : position;
        throw e;
      }
      mark = mark.after(uid);
      position = position.with(folder, mark);
    }
    position = position.with(folder, mark.atEnd(info.uidnext, time.instant()));
    return true;
  }
}
