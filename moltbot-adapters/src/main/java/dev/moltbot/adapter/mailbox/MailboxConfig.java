package dev.moltbot.adapter.mailbox;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.mime.MailAddress;
import java.nio.file.Path;

/**
 * Which mailbox is read, and where replies go.
 *
 * @param owner the owner's address; the sender of every reply, and the account's name
 * @param mailbox an mbox file, gzipped or not; never written to
 * @param outbox a folder, made when the first reply is written
 */
public record MailboxConfig(String owner, Path mailbox, Path outbox) {
  static final ChannelId MAILBOX = new ChannelId("mailbox");

  public MailboxConfig {
    if (MailAddress.of("", owner).isEmpty()) {
      throw new IllegalArgumentException("the owner's address is none: " + owner);
    }
  }

  /** The account that this mailbox is. */
  public AccountId account() {
    return new AccountId(MAILBOX, owner);
  }

  MailAddress ownerAddress() {
    return MailAddress.of("", owner).orElseThrow();
  }
}
