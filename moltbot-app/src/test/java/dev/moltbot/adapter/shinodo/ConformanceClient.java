package dev.moltbot.adapter.shinodo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Our MCP client as a program of its own, for the conformance suite: opens a session, lists the
 * tools, and calls those a scenario is about.
 */
final class ConformanceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What a scenario's server offers, and what to call it with. */
  private static final Map<String, Map<String, ?>> CALLS =
      Map.of("add_numbers", Map.of("a", 5L, "b", 3L), "test_reconnection", Map.of());

  private ConformanceClient() {}

  /**
   * Runs it.
   *
   * @param args the server's address
   */
  public static void main(String[] args) throws TroubleException {
    URI server = URI.create(args[args.length - 1]);
    var config = new ShinodoConfig(server.resolve("/"), server, List.of());
    McpClient client = new Asking(config, PATIENCE).client();
    var deadline = Deadline.in(PATIENCE, System::nanoTime);
    for (McpApi.Announced tool : client.tools(deadline)) {
      String name = String.valueOf(tool.name());
      if (CALLS.containsKey(name)) {
        var answer = client.call(name, CALLS.getOrDefault(name, Map.of()), deadline);
        System.out.println(name + ": " + answer.content());
      }
    }
  }
}
