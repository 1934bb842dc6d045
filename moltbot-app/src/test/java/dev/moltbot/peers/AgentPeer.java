package dev.moltbot.peers;

import java.net.URI;
import java.util.List;

/** An A2A agent on the official SDK; it answers a question with the question. */
public final class AgentPeer implements AutoCloseable {
  private final Peer peer = Peer.start("agent", port -> List.of("agent.js", String.valueOf(port)));

  /** What an owner would set as {@code SHINODO_URL}. */
  public URI url() {
    return peer.url();
  }

  @Override
  public void close() {
    peer.close();
  }
}
