package dev.moltbot.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * MCP's own conformance suite, judging a client: it starts a server for the scenario, runs the
 * client's program with the server's address as its last argument, and says what it saw.
 */
public final class Conformance {
  private static final long CLIENT_MILLIS = 60_000;

  private Conformance() {}

  /**
   * Runs one scenario.
   *
   * @param client the main class of the client, found on the class path of this test
   * @return everything the suite printed; its verdict is a line such as {@code Passed: 1/1}. A
   *     client that does nothing at all fails no check, so the count matters.
   */
  public static String judge(String scenario, Class<?> client) {
    Path folder = Peers.installed();
    Path said = folder.resolve("conformance-" + scenario + ".log");
    try {
      Path arguments = folder.resolve("client.args");
      Files.write(
          arguments, List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), client.getName()));
      String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
      var builder =
          new ProcessBuilder(
              Peers.node(folder).toString(),
              "--require",
              "./loopback.js",
              "node_modules/@modelcontextprotocol/conformance/dist/index.js",
              "client",
              "--scenario",
              scenario,
              "--timeout",
              String.valueOf(CLIENT_MILLIS),
              "--verbose",
              "--command",
              java + " @" + arguments);
      builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
      builder.environment().clear();
      return output(builder.start(), said);
    } catch (IOException e) {
      throw new UncheckedIOException("the conformance suite did not run", e);
    }
  }

  private static String classPath() {
    return "\"" + System.getProperty("java.class.path", "") + "\"";
  }

  private static String output(Process suite, Path said) throws IOException {
    try {
      if (!suite.waitFor(2 * CLIENT_MILLIS, TimeUnit.MILLISECONDS)) {
        suite.destroyForcibly();
        throw new IllegalStateException("the conformance suite did not end; see " + said);
      }
      return Files.readString(said);
    } catch (InterruptedException e) {
      suite.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
