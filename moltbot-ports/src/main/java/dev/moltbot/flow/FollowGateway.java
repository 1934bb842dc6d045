package dev.moltbot.flow;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.GatewayLog;
import dev.moltbot.port.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings what the gateway refused onto the record and to the owner. A crash loses nothing and
 * repeats nothing: how far was read is kept with what was read.
 */
public final class FollowGateway {
  static final String UNREADABLE = "gateway-log";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final GatewayLog log;
  private final Refusals refusals;
  private final Alerts alerts;
  private final InstantSource time;
  private final AtomicReference<Instant> summedUp = new AtomicReference<>(Instant.MIN);

  public FollowGateway(GatewayLog log, Refusals refusals, Alerts alerts, InstantSource time) {
    this.log = log;
    this.refusals = refusals;
    this.alerts = alerts;
    this.time = time;
  }

  /** Reads a piece. */
  public Step follow() {
    try {
      GatewayLog.Mark mark = refusals.mark();
      GatewayLog.Piece piece = log.after(mark);
      sumUp(time.instant());
      if (piece.next().equals(mark)) {
        return new Step.Idle();
      }
      refusals.record(mark, piece, time.instant());
      alerts.clear(UNREADABLE, time.instant());
      return new Step.Worked();
    } catch (GatewayLog.Unreadable e) {
      alerts.raise(unreadable(String.valueOf(e.getMessage())), time.instant());
      return new Step.BackOff(PATIENCE, String.valueOf(e.getMessage()));
    }
  }

  /** An hour that is over has a figure, whether or not anything was refused since. */
  private void sumUp(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    if (!hour.equals(summedUp.getAndSet(hour))) {
      refusals.record(List.of(), now);
    }
  }

  private static Alert unreadable(String why) {
    return new Alert(
        Alert.Kind.EGRESS_REFUSED,
        UNREADABLE,
        "What the gateway refuses cannot be read: "
            + why
            + ". It goes on refusing, and what it wrote is not lost. Look at MOLTBOT_GATEWAY_LOG and"
            + " at the folder it names.");
  }
}
