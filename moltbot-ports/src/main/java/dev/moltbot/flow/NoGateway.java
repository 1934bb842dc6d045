package dev.moltbot.flow;

import dev.moltbot.port.GatewayLog;
import java.util.List;

/** Stands where no gateway's log is set. */
public final class NoGateway implements GatewayLog {

  @Override
  public Piece after(Mark mark) {
    return new Piece(List.of(), 0, false, mark);
  }
}
