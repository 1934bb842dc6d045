package dev.moltbot.adapter.shinodo;

import static dev.moltbot.adapter.shinodo.Asking.tool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.draft.ContextQuote;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import dev.moltbot.port.ContextSource;
import dev.moltbot.port.ContextSource.Context;
import dev.moltbot.port.ContextSource.Missed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Context over MCP: what is asked, what is never asked, and every way it can fail. */
class ShinodoContextTest {
  private static final Duration IMPATIENT = Duration.ofMillis(1_500);

  private final FakeShinodo shinodo = new FakeShinodo();

  @AfterEach
  void close() {
    shinodo.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void quotesWhatTheListedToolsSay(boolean streams) {
    shinodo.streams = streams;
    Context context = fetch("be brief", tool("today"), notes());
    assertThat(context.missed()).isEmpty();
    assertThat(context.quotes())
        .extracting(quote -> quote.source() + ": " + quote.text().reveal())
        .containsExactly(
            "Shinodo, today: Tuesday", "Shinodo, notes: asked with {\"query\":\"about be brief\"}");
    assertThat(shinodo.methods())
        .containsExactly(
            "initialize",
            "notifications/initialized",
            "tools/list",
            "tools/list",
            "tools/call",
            "tools/call");
  }

  @Test
  void leavesOutAToolThatNeedsTheOwnersWordsWhereThereAreNone() {
    assertThat(fetch("", tool("today"), notes()).quotes()).hasSize(1);
    assertThat(fetch("", notes())).isEqualTo(new Context(List.of(), List.of()));
    assertThat(fetch("")).isEqualTo(new Context(List.of(), List.of()));
    assertThat(shinodo.methods()).filteredOn("tools/call"::equals).hasSize(1);
  }

  @Test
  void sendsFixedArgumentsAsTheyAre() {
    fetch("", tool("today", Map.of("deep", List.of(3L, Map.of("yes", true)))));
    assertThat(shinodo.service.requests().getLast().body())
        .contains("\"arguments\":{\"deep\":[3,{\"yes\":true}]}");
  }

  @Test
  void putsTheOwnersWordsIntoTextsAndNowhereElse() {
    Context context = fetch("\"},\"admin\":true,{\"", notes());
    assertThat(context.quotes().getFirst().text().reveal())
        .isEqualTo("asked with {\"query\":\"about \\\"},\\\"admin\\\":true,{\\\"\"}");
  }

  @Test
  void callsNothingThatIsNotAnnouncedAsReadOnly() {
    Context context = fetch("", tool("wipe"), tool("today"), tool("unknown"));
    assertThat(context.quotes()).hasSize(1);
    assertThat(context.missed())
        .containsExactly(
            new Missed("wipe", "never called: the server does not announce it as read-only"),
            new Missed("unknown", "never called: the server announces no such tool"));
    assertThat(shinodo.service.requests())
        .filteredOn(request -> FakeShinodo.is(request, "tools/call"))
        .extracting(Request::body)
        .singleElement()
        .asString()
        .contains("today");
  }

  /** Announced twice, once so and once otherwise, it is not called either. */
  @Test
  void doesNotTrustAToolThatIsAnnouncedTwice() {
    shinodo.service.next(
        request -> FakeShinodo.is(request, "tools/list"),
        Reply.ok(
            """
            {"jsonrpc":"2.0","id":2,"result":{"tools":[
             {"name":"wipe","annotations":{"readOnlyHint":true}},
             {"name":"wipe","annotations":{"readOnlyHint":false}},null,{}]}}
            """));
    assertThat(fetch("", tool("wipe")).missed()).hasSize(1);
    assertThat(shinodo.methods()).doesNotContain("tools/call");
  }

  @Test
  void keepsItsSessionAndOpensAnotherOnceWhenItIsForgotten() {
    ContextSource source = asking(tool("today")).source();
    assertThat(source.fetch("").quotes()).hasSize(1);
    assertThat(source.fetch("").quotes()).hasSize(1);
    assertThat(shinodo.opened()).isEqualTo(1);
    shinodo.restart();
    assertThat(source.fetch("").quotes()).hasSize(1);
    assertThat(shinodo.opened()).isEqualTo(2);
  }

  @Test
  void givesUpWhereASessionIsForgottenAtOnce() {
    shinodo.service.next(request -> FakeShinodo.is(request, "tools/list"), Reply.json(404, "{}"));
    assertThat(fetch("", tool("today")).missed())
        .containsExactly(new Missed("list of tools", "HTTP 404"));
    assertThat(shinodo.opened()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"})
  void speaksOlderVersionsAndNamesTheOneAgreedOn(String version) {
    shinodo.version = version;
    assertThat(fetch("", tool("today")).quotes()).hasSize(1);
    assertThat(shinodo.service.requests().getLast().header("mcp-protocol-version"))
        .isEqualTo(version);
  }

  @Test
  void doesNotPretendToSpeakWhatItDoesNot() {
    shinodo.version = "2031-01-01";
    assertThat(fetch("", tool("today")).missed().getFirst().reason()).contains("version of MCP");
    assertThat(shinodo.methods()).containsExactly("initialize");
  }

  @Test
  void reportsAToolsOwnErrorWithoutItsWords() {
    shinodo.tools.put(
        "today", "{\"content\":[{\"type\":\"text\",\"text\":\"canary\"}],\"isError\":true}");
    assertThat(fetch("", tool("today")).missed())
        .containsExactly(new Missed("today", "the tool reported an error"));
  }

  @Test
  void readsTextAndLeavesTheRest() {
    shinodo.tools.put(
        "today",
        """
        {"content":[null,{"type":"image","data":"x"},{"type":"text","text":"one"},
         {"type":"resource","resource":{"text":"two"}},{"type":"resource"},{"type":"text"}]}
        """);
    assertThat(fetch("", tool("today")).quotes().getFirst().text().reveal()).isEqualTo("one\ntwo");
  }

  @Test
  void cutsWhatIsLongAndRefusesWhatIsAbsurd() {
    shinodo.tools.put("today", FakeShinodo.text("ї".repeat(20_000)));
    ContextQuote quote = fetch("", tool("today")).quotes().getFirst();
    assertThat(quote.cut()).isTrue();
    assertThat(quote.text().length()).isEqualTo(ContextQuote.MAX_BYTES / 2);
    shinodo.tools.put("today", FakeShinodo.text("x".repeat(3 << 20)));
    assertThat(fetch("", tool("today")).missed()).hasSize(1);
  }

  @Test
  void answersAPingAndNothingElseAServerAsks() {
    shinodo.service.next(
        request -> FakeShinodo.is(request, "tools/call"),
        FakeShinodo.events(
            """
            data: {"jsonrpc":"2.0","id":"p","method":"ping"}

            data: {"jsonrpc":"2.0","id":"s","method":"sampling/createMessage","params":{}}

            data: {"jsonrpc":"2.0","id":4,"result":{"content":[{"type":"text","text":"done"}]}}

            """));
    assertThat(fetch("", tool("today")).quotes()).hasSize(1);
    assertThat(shinodo.service.requests())
        .extracting(Request::body)
        .anyMatch(body -> body.contains("\"id\":\"p\"") && body.contains("\"result\":{}"))
        .anyMatch(body -> body.contains("\"id\":\"s\"") && body.contains("-32601"));
  }

  @Test
  void takesUpAStreamThatBrokeOff() {
    String half = "id: 7\nretry: 10\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"n\"}\n\n";
    Reply cut =
        new Reply(
            200,
            Map.of("Content-Type", "text/event-stream"),
            half + "data: " + "x".repeat(half.length()),
            Reply.Manner.CUT);
    shinodo.service.next(request -> FakeShinodo.is(request, "tools/call"), cut);
    shinodo.service.next(
        request -> request.method().equals("GET"),
        FakeShinodo.events(
            "id: 8\ndata: {\"jsonrpc\":\"2.0\",\"id\":4,\"result\":"
                + FakeShinodo.text("after all")
                + "}\n\n"));
    Context context = fetch("", tool("today"));
    assertThat(context.missed()).isEmpty();
    assertThat(context.quotes().getFirst().text().reveal()).isEqualTo("after all");
    Request resumed = shinodo.service.requests().getLast();
    assertThat(resumed.header("last-event-id")).isEqualTo("7");
    assertThat(resumed.header("mcp-session-id")).isEqualTo("session-1");
  }

  static Stream<Reply> faults() {
    Reply moved = Reply.json(307, "").with("Location", "http://127.0.0.1:9/elsewhere");
    return Stream.of(
        Reply.json(429, "{}").with("Retry-After", "3600"),
        Reply.json(429, "{}"),
        Reply.json(500, "canary"),
        Reply.json(503, "{}"),
        Reply.json(401, "{}"),
        Reply.json(410, "{}"),
        moved,
        Reply.cut(),
        Reply.hangUp(),
        Reply.silence(),
        Reply.ok(""),
        Reply.ok("canary, no JSON"),
        Reply.ok("[]"),
        Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}"),
        Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":\"canary\"}"),
        Reply.ok(
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"error\":{\"code\":-32000,\"message\":\"canary\"}}"),
        Reply.ok("[".repeat(100_000)),
        Reply.ok("{\"x\":\"" + "y".repeat(2 << 20) + "\"}"),
        FakeShinodo.events("data: {}\n\n"),
        FakeShinodo.events("data: canary\n\n"),
        FakeShinodo.events("id: 1\nretry: 5\n\n"),
        FakeShinodo.events("id: \u0457\u0001\nretry: 5\ndata: {}\n\n"),
        Reply.ok(
            "[{\"id\":1,\"method\":\"ping\"}"
                + ",null,{\"id\":1,\"method\":\"ping\"}".repeat(50)
                + "]"),
        FakeShinodo.events("data: {\"jsonrpc\":\"2.0\"}\n\n".repeat(2_000)));
  }

  /** One tool fails in every way there is; the other still answers, and nothing is quoted. */
  @ParameterizedTest
  @MethodSource("faults")
  void survivesEveryFaultOfATool(Reply fault) {
    shinodo.service.next(request -> FakeShinodo.is(request, "tools/call"), fault);
    var limits = new ShinodoContext.Patience(IMPATIENT, Asking.QUICK);
    var source =
        new ShinodoContext(
            asking().client(), List.of(tool("today"), tool("notes")), limits, System::nanoTime);
    Context context = source.fetch("");
    assertThat(context.missed()).singleElement().extracting(Missed::what).isEqualTo("today");
    assertThat(context.missed().getFirst().reason()).isNotBlank().doesNotContain("canary");
    assertThat(context.quotes()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void survivesEveryFaultOfTheServerAndTriesAgainForTheNextDraft(Reply fault) {
    shinodo.service.next(request -> FakeShinodo.is(request, "initialize"), fault);
    ContextSource source = new Asking(shinodo.url(), IMPATIENT, tool("today")).source();
    assertThat(source.fetch("").missed()).singleElement().extracting(Missed::reason).isNotNull();
    assertThat(source.fetch("").quotes()).hasSize(1);
  }

  @Test
  void doesWithoutWhereNobodyListens() {
    ContextSource source = asking(tool("today")).source();
    shinodo.close();
    assertThat(source.fetch("").missed()).hasSize(1);
  }

  @Test
  void stopsWhenItsTimeIsOver() {
    shinodo.service.next(request -> FakeShinodo.is(request, "tools/call"), Reply.silence());
    Context context =
        new Asking(shinodo.url(), IMPATIENT, tool("today"), tool("today")).source().fetch("");
    assertThat(context.missed()).hasSize(2);
    assertThat(context.missed().getLast().reason()).isEqualTo("its time was over");
  }

  private static ShinodoConfig.Tool notes() {
    return tool("notes", Map.of("query", "about {instruction}"));
  }

  private Asking asking(ShinodoConfig.Tool... tools) {
    return new Asking(shinodo.url(), Asking.QUICK, tools);
  }

  private Context fetch(String instruction, ShinodoConfig.Tool... tools) {
    return asking(tools).source().fetch(instruction);
  }
}
