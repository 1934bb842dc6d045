package dev.moltbot.port;

import dev.moltbot.domain.egress.Refusal;
import java.time.Instant;
import java.util.List;

/** What our walls did not let out. Each method is one transaction, audit entries included. */
public interface Refusals {

  /**
   * Puts them on record and raises what the owner is to hear; without any, only an hour that is
   * over is summed up.
   */
  void record(List<Refusal> refusals, Instant now);

  /** How far the gateway's log was read. */
  GatewayLog.Mark mark();

  /**
   * The same for a piece of the gateway's log, together with how far that was read. Another process
   * may have been faster; then nothing is done.
   *
   * @param from where the piece begins
   */
  void record(GatewayLog.Mark from, GatewayLog.Piece piece, Instant now);
}
