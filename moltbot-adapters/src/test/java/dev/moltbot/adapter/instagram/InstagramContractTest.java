package dev.moltbot.adapter.instagram;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.PolledReaderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every channel promises, promised by Instagram. */
class InstagramContractTest implements PolledReaderContract, ChannelSenderContract {
  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
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
  public InstagramRig farSide() {
    return rig;
  }
}
