package dev.moltbot.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * aimock as Anthropic's Messages API. It answers every conversation alike and checks neither key
 * nor version; our own fake does. No shim: what it lacks (usage, count_tokens) is not missed.
 */
public final class ClaudePeer implements AutoCloseable {
  private final Peer peer;

  /** Answers with a reply of these words. */
  public ClaudePeer(String reply) {
    Map<String, Object> answer =
        Map.of(
            "category", "needs_reply",
            "suspicious", false,
            "summary", "Somebody asks something.",
            "language", "en",
            "reply", reply,
            "notes", "");
    // Every user turn of ours is a JSON document with this member.
    Map<String, Object> fixture =
        Map.of(
            "match", Map.of("userMessage", "left_out"),
            "response", Map.of("content", Json.of(answer)));
    this.peer = Peer.start("aimock", port -> arguments(port, Map.of("fixtures", List.of(fixture))));
  }

  public URI url() {
    return peer.url();
  }

  @Override
  public void close() {
    peer.close();
  }

  private static List<String> arguments(int port, Map<String, Object> fixtures) {
    try {
      Files.writeString(Peers.installed().resolve("aimock.json"), Json.of(fixtures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String program = "node_modules/@copilotkit/aimock/dist/cli.js";
    return List.of(program, "--strict", "--port=" + port, "--fixtures=aimock.json");
  }
}
