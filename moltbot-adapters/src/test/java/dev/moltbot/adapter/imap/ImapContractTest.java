package dev.moltbot.adapter.imap;

import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.PolledReaderContract;
import dev.moltbot.testkit.SendLookupContract;
import dev.moltbot.testkit.ThreadsContract;
import org.junit.jupiter.api.AfterEach;

/** What every channel promises, promised by any mailbox. */
class ImapContractTest
    implements PolledReaderContract, ChannelSenderContract, SendLookupContract, ThreadsContract {
  private final ImapRig rig = new ImapRig();

  @Override
  public ChannelReader reader() {
    return rig.reader();
  }

  @Override
  public ChannelSender sender() {
    return rig.sender();
  }

  @Override
  public SendLookup lookup() {
    return rig.lookup();
  }

  @Override
  public ImapRig farSide() {
    return rig;
  }

  /** The first reference names the thread, as in every mail program. */
  @Override
  public String threadOfLastSent() {
    byte[] last = rig.provider.taken().getLast().bytes();
    Mail mail = (Mail) new MailParser(MailLimits.DEFAULT).parse(last);
    String root = mail.threading().root();
    return root.substring(1, root.length() - 1);
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
