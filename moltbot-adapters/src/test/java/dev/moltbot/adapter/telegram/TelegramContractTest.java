package dev.moltbot.adapter.telegram;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.PolledReaderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every channel promises, promised by Telegram. */
class TelegramContractTest implements PolledReaderContract, ChannelSenderContract {
  @TempDir private Path folder;
  private TelegramRig rig;

  @BeforeEach
  void open() {
    rig = new TelegramRig(folder);
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
  public TelegramRig farSide() {
    return rig;
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
