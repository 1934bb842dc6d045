package dev.moltbot.adapter.viber;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.testkit.ChannelReaderContract;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.WebhookContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every channel promises, promised by Viber. */
class ViberContractTest implements ChannelReaderContract, ChannelSenderContract, WebhookContract {
  @TempDir private Path folder;
  private ViberRig rig;

  @BeforeEach
  void open() {
    rig = new ViberRig(folder).registered();
  }

  @Override
  public ChannelReader reader() {
    return rig.reader();
  }

  @Override
  public ChannelReader readerAfterRestart() {
    rig.restart();
    return rig.reader();
  }

  @Override
  public ChannelSender sender() {
    return rig.sender();
  }

  @Override
  public ViberRig farSide() {
    return rig;
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
