package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.Mbox;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;

/**
 * Reads a mailbox file front to back. The cursor is the offset of the next mail in the uncompressed
 * mailbox; within one process the file stays open, so that no batch reads it from the start again.
 */
final class MailboxReader implements ChannelReader {
  /** Bytes of mail after which a batch ends, however few mails that is. */
  static final long MAX_BATCH_BYTES = 16L << 20;

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final MailboxConfig config;
  private final MailParser parser;
  private final MailFile file;

  MailboxReader(MailboxConfig config, MailLimits limits) {
    this.config = config;
    this.parser = new MailParser(limits);
    this.file = new MailFile(config.mailbox(), limits.maxBytes());
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    long offset = from.atStart() ? 0 : Long.parseLong(from.value());
    try {
      return file.endsAt(offset)
          ? new ReadResult.Batch(List.of(), List.of(), from, false)
          : read(file.openAt(offset), limit);
    } catch (NoSuchFileException e) {
      return new ReadResult.Stopped(
          "the mailbox file is not there", "check the path of the mailbox, then start again");
    } catch (IOException e) {
      return new ReadResult.Busy(RETRY, "mailbox: " + e.getClass().getSimpleName());
    }
  }

  private ReadResult read(Mbox mbox, int limit) throws IOException {
    MailBatch batch = new MailBatch(parser);
    while (batch.size() < limit && batch.bytes() < MAX_BATCH_BYTES) {
      switch (mbox.next()) {
        case Mbox.Item.Message mail -> batch.add(place(mail.bytes(), 0), mail.bytes());
        case Mbox.Item.TooLarge mail ->
            batch.addTooLarge(place(mail.head(), mail.bytes()), mail.bytes(), mail.head());
        case Mbox.Item.Broken broken -> {
          return broken(batch, mbox.offset(), broken);
        }
        case Mbox.Item.End() -> {
          file.ended(mbox.offset());
          return batch(batch, mbox.offset(), false);
        }
      }
    }
    file.reached(mbox.offset());
    return batch(batch, mbox.offset(), true);
  }

  /** What was read before the break is handed over first; then the owner is told. */
  private ReadResult broken(MailBatch batch, long next, Mbox.Item.Broken broken)
      throws IOException {
    file.close();
    return batch.size() > 0
        ? batch(batch, next, true)
        : new ReadResult.Stopped(
            "mailbox unreadable at byte " + broken.offset() + ": " + broken.reason(),
            "give the mailbox file back its whole content, or import it anew");
  }

  private static ReadResult batch(MailBatch batch, long next, boolean more) {
    Cursor cursor = new Cursor(Long.toString(next));
    return new ReadResult.Batch(batch.messages(), batch.quarantined(), cursor, more);
  }

  /**
   * A mail is named by its bytes: Message-IDs are missing, or repeated with other words, far too
   * often to be a name.
   */
  private MailPlace place(byte[] bytes, long size) {
    return MailPlace.of(new MessageId(account(), ContentName.of(bytes, size)));
  }
}
