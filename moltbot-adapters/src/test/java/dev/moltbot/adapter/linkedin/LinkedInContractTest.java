package dev.moltbot.adapter.linkedin;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.PolledReaderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every channel promises, promised by LinkedIn where it lets a program read and send. */
class LinkedInContractTest implements PolledReaderContract, ChannelSenderContract {
  @TempDir Path state;
  private LinkedInRig rig;

  @BeforeEach
  void open() {
    rig = new LinkedInRig(state);
  }

  @Override
  public ChannelReader reader() {
    return rig.reader();
  }

  @Override
  public ChannelSender sender() {
    return rig.sender();
  }

  @Override
  public LinkedInRig farSide() {
    return rig;
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
