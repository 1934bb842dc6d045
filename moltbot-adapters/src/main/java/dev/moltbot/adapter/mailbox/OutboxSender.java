package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendOutcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/** Sends by writing a file. The file is on disk before it has its name. */
final class OutboxSender implements ChannelSender {
  /** Bytes of one reply; a little below what a draft may hold. */
  static final TextLimit LIMIT = TextLimit.bytes(25_000);

  private final AccountId account;
  private final Outbox outbox;
  private final InstantSource time;

  OutboxSender(AccountId account, Outbox outbox, InstantSource time) {
    this.account = account;
    this.outbox = outbox;
    this.time = time;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public TextLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome deliver(OutboundMessage message) {
    String id = outbox.replies().messageId(message.approval());
    if (outbox.holds(message.approval())) {
      return new SendOutcome.Delivered(id);
    }
    return outbox
        .replies()
        .write(message, time.instant())
        .<SendOutcome>map(mail -> store(mail, outbox.file(message.approval()), id))
        .orElseGet(() -> new SendOutcome.Refused("a recipient has no e-mail address"));
  }

  private SendOutcome store(byte[] mail, Path file, String id) {
    try {
      Files.createDirectories(outbox.folder());
      // Its own name until it is whole; made readable for the owner alone.
      Path draft = Files.createTempFile(outbox.folder(), ".", ".tmp");
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(mail);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return new SendOutcome.Delivered(id);
    } catch (IOException e) {
      return new SendOutcome.Refused(
          "could not write to the outbox: " + e.getClass().getSimpleName());
    }
  }
}
