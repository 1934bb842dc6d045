package dev.moltbot.adapter.shinodo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.peers.AgentPeer;
import dev.moltbot.peers.Conformance;
import dev.moltbot.peers.McpPeer;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.Answerer.Result;
import dev.moltbot.port.ContextSource.Context;
import dev.moltbot.port.ContextSource.Missed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our side of MCP and A2A in front of servers that nobody here wrote. */
@Tag("peers")
class ShinodoOnPeersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void fetchesContextFromAServerOfMcpsOwn() {
    try (var server = new McpPeer()) {
      var asking =
          new Asking(
              server.url(),
              PATIENCE,
              Asking.tool("echo", Map.of("message", "{instruction}")),
              Asking.tool("get-sum", Map.of("a", 2L, "b", 40L)),
              Asking.tool("toggle-simulated-logging"),
              Asking.tool("no-such-tool"));
      for (int again = 0; again < 2; again++) {
        Context context = asking.source().fetch("be \"brief\" і ввічливо");
        assertThat(context.quotes())
            .extracting(quote -> quote.text().reveal())
            .containsExactly("Echo: be \"brief\" і ввічливо", "The sum of 2 and 40 is 42.");
        assertThat(context.missed())
            .extracting(Missed::what)
            .containsExactly("toggle-simulated-logging", "no-such-tool");
      }
    }
  }

  /** It reports its own refusals as results. */
  @Test
  void reportsAnErrorOfATool() {
    try (var server = new McpPeer()) {
      var asking = new Asking(server.url(), PATIENCE, Asking.tool("get-sum", Map.of("a", "two")));
      assertThat(asking.source().fetch("").missed())
          .extracting(Missed::what)
          .containsExactly("get-sum");
    }
  }

  /** That counts: a client that does nothing passes nought of nought. */
  @ParameterizedTest
  @CsvSource({"initialize, 1", "tools_call, 1", "sse-retry, 3"})
  void passesTheConformanceSuite(String scenario, int checks) {
    String verdict = Conformance.judge(scenario, ConformanceClient.class);
    System.out.println("conformance " + scenario + ": " + line(verdict));
    assertThat(verdict)
        .contains("Passed: " + checks + "/" + checks + ", 0 failed, 0 warnings")
        .contains("OVERALL: PASSED");
  }

  @ParameterizedTest
  @CsvSource({"When do I fly?, false", "Tell me slowly when I fly, true"})
  void asksAnAgentOnTheOfficialSdk(String words, boolean slow) throws InterruptedException {
    try (var agent = new AgentPeer()) {
      Answerer answerer = new Asking(agent.url(), PATIENCE).answerer();
      Result result = answerer.ask(Asking.question(words, ""));
      assertThat(result instanceof Result.Working || !slow).isTrue();
      int looks = 0;
      while (result instanceof Result.Working(String task) && ++looks < 100) {
        Thread.sleep(50);
        result = answerer.ask(Asking.question(words, task));
      }
      assertThat(result).isEqualTo(new Result.Answered(new UntrustedText("You asked: " + words)));
      assertThat(answerer.ask(Asking.question(words, "no-such-task")))
          .isEqualTo(new Result.Refused("it no longer knows what it was asked; ask again"));
    }
  }

  private static String line(String verdict) {
    return verdict.lines().filter(line -> line.startsWith("Passed:")).findFirst().orElse("none");
  }
}
