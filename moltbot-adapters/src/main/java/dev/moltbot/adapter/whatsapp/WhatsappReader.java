package dev.moltbot.adapter.whatsapp;

import dev.moltbot.channel.Readings;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.hook.SpooledReader;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Reads what the bridge handed over. What is there is read even where the link has ended. */
final class WhatsappReader implements ChannelReader {
  private final Bridge bridge;
  private final SpooledReader spooled;
  private final Alerts alerts;
  private final InstantSource time;

  WhatsappReader(Bridge bridge, WhatsappMessages messages, Alerts alerts, InstantSource time) {
    this.bridge = bridge;
    this.spooled = new SpooledReader(messages.account(), bridge.inbox(), messages, Optional::empty);
    this.alerts = alerts;
    this.time = time;
  }

  @Override
  public AccountId account() {
    return spooled.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    // Where nothing can come, nothing is waited for.
    Duration patience = bridge.tend() instanceof Standing.Stuck ? Duration.ZERO : wait;
    try {
      tellOfNewLink();
    } catch (IOException e) {
      return busy("its files cannot be read: " + e.getClass().getSimpleName());
    }
    ReadResult result = spooled.read(from, limit, patience);
    return result instanceof ReadResult.Batch batch && batch.isEmpty() ? nothing(batch) : result;
  }

  /** Another device answers as the owner now: theirs, let us hope. */
  private void tellOfNewLink() throws IOException {
    if (bridge.identity().isNew()) {
      String words =
          account()
              + " was linked with the phone anew. If that was not you: take the link away on the"
              + " phone (Settings, Linked devices), give "
              + WhatsappConfig.SESSION_KEY.key()
              + " another value and link it again. No message was lost.";
      String key = "link " + account() + " " + time.instant();
      alerts.raise(new Alert(Alert.Kind.RELINKED, key, words), time.instant());
      bridge.identity().settle();
    }
  }

  private ReadResult nothing(ReadResult.Batch none) {
    return switch (bridge.standing()) {
      case Standing.Connecting connecting -> none;
      case Standing.Open open -> none;
      case Standing.Waiting(String reason) -> busy(reason);
      case Standing.Stuck(String reason, String remedy) -> new ReadResult.Stopped(reason, remedy);
    };
  }

  private static ReadResult busy(String reason) {
    return new ReadResult.Busy(Readings.PAUSE, reason);
  }
}
