package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Budget;
import dev.moltbot.channel.Patience;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.SentAt;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;

/** What one read brings in. Our own parser reads the bytes; the library never looks at a mail. */
final class Haul {
  /** Bytes of mail after which a read ends, however few messages that is. */
  private static final long MAX_BYTES = 16L << 20;

  private static final byte[] NOTHING = {};

  private final AccountId account;
  private final Budget budget;
  private final Patience patience;
  private final MailBatch batch = new MailBatch(new MailParser(MailLimits.DEFAULT));

  Haul(AccountId account, Budget budget, Patience patience) {
    this.account = account;
    this.budget = budget;
    this.patience = patience;
  }

  boolean full() {
    return batch.size() >= budget.messages() || batch.bytes() >= MAX_BYTES || budget.spent();
  }

  boolean isEmpty() {
    return batch.size() == 0;
  }

  /** Fetches one mail and sorts it in. */
  void take(Mails mails, Folder folder, Mark mark, long uid) throws IOException, ProtocolException {
    mails
        .fetch(uid)
        .ifPresentOrElse(
            mail -> sortIn(folder, mail),
            () -> setAside(mark, uid, "the server gave nothing readable of it"));
  }

  /**
   * Whether a mail that could not be fetched is given up, because it would keep all others waiting
   * for ever. Then it is set aside.
   */
  boolean givesUp(Mark mark, long uid, Exception failure) {
    if (Causes.find(failure, TooMuchException.class) != null) {
      setAside(mark, uid, "the server announced more of it than any mail may have");
      return true;
    }
    boolean itsOwnFault =
        !(failure instanceof CommandFailedException no) || !ResponseCodes.busy(no.getResponse());
    if (itsOwnFault && patience.isOver(mark.validity() + ":" + uid)) {
      setAside(mark, uid, "could not be fetched in " + Patience.MAX_TRIES + " tries");
      return true;
    }
    return false;
  }

  private void sortIn(Folder folder, Mails.Fetched mail) {
    MailPlace place = place(MailName.of(mail.bytes()), mail.received(), folder == Folder.SENT);
    if (mail.size() > MailLimits.DEFAULT.maxBytes() && mail.bytes().length == Mails.FIRST_BYTES) {
      batch.addTooLarge(place, mail.size(), mail.bytes());
    } else {
      batch.add(place, mail.bytes());
    }
  }

  private void setAside(Mark mark, long uid, String reason) {
    String name = "uid:" + mark.validity() + ":" + uid;
    batch.setAside(place(name, null, false), reason, 0, NOTHING);
  }

  private MailPlace place(String name, @Nullable Instant received, boolean own) {
    return new MailPlace(
        new MessageId(account, name),
        "",
        received == null ? new SentAt.Missing() : new SentAt.Claimed(received),
        own ? Set.of(Trait.FROM_OWNER) : Set.of());
  }

  /** Both folders together, oldest first. */
  ReadResult.Batch batch(Position next, boolean more) {
    return new ReadResult.Batch(
        batch.messages().stream().sorted(Comparator.comparing(InboundMessage::sentAt)).toList(),
        batch.quarantined(),
        next.cursor(),
        more);
  }
}
