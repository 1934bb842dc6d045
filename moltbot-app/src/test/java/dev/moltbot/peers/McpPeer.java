package dev.moltbot.peers;

import java.net.URI;
import java.util.List;

/**
 * MCP's reference server with one of everything. By itself it listens on every interface and has a
 * tool that shows its environment; here it is on loopback, and its environment is empty.
 */
public final class McpPeer implements AutoCloseable {
  private final Peer peer =
      Peer.start("everything", port -> List.of("everything.js", String.valueOf(port)));

  /** What an owner would set as {@code SHINODO_URL}. */
  public URI url() {
    return peer.url();
  }

  @Override
  public void close() {
    peer.close();
  }
}
