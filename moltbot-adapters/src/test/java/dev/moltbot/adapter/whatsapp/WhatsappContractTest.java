package dev.moltbot.adapter.whatsapp;

import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.testkit.ChannelReaderContract;
import dev.moltbot.testkit.ChannelSenderContract;
import dev.moltbot.testkit.ClientChosenIdContract;
import org.junit.jupiter.api.AfterEach;

/** What every channel promises, promised by WhatsApp. */
class WhatsappContractTest
    implements ChannelReaderContract, ChannelSenderContract, ClientChosenIdContract {
  private final WhatsappRig rig = new WhatsappRig();

  @Override
  public ChannelReader reader() {
    return rig.reader();
  }

  @Override
  public ChannelSender sender() {
    return rig.sender();
  }

  @Override
  public WhatsappRig farSide() {
    return rig;
  }

  @Override
  public int messagesStanding() {
    return rig.whatsapp.standing().size();
  }

  @AfterEach
  void close() {
    rig.close();
  }
}
