package dev.moltbot.adapter.gmail;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.PolledReaderContract;
import dev.moltbot.testkit.SendLookupContract;
import dev.moltbot.testkit.ThreadsContract;
import org.junit.jupiter.api.AfterEach;

/** What every channel promises, promised by Gmail. */
class GmailContractTest
    implements PolledReaderContract, ChannelSenderContract, SendLookupContract, ThreadsContract {
  private final GmailRig rig = new GmailRig();

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
  public GmailRig farSide() {
    return rig;
  }

  @Override
  public String threadOfLastSent() {
    return rig.gmail.mailbox.threadOfLastSent();
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
