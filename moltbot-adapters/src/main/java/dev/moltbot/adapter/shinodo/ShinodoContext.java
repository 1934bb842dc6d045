package dev.moltbot.adapter.shinodo;

import dev.moltbot.domain.draft.ContextQuote;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.ContextSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Context over MCP: calls the tools the owner listed, of those only what the server itself calls
 * read-only, and each with the arguments the owner fixed. Asks the server anew each time what it
 * announces, because a tool may change its mind.
 */
final class ShinodoContext implements ContextSource {
  static final String NAME = "Shinodo";
  private static final String TOOL_LIST = "list of tools";

  private final McpClient client;
  private final List<ShinodoConfig.Tool> tools;
  private final Patience patience;
  private final LongSupplier nanos;

  /**
   * How long is waited.
   *
   * @param tool for one tool
   * @param together for all of a draft
   */
  record Patience(Duration tool, Duration together) {
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(8));
  }

  ShinodoContext(
      McpClient client, List<ShinodoConfig.Tool> tools, Patience patience, LongSupplier nanos) {
    this.client = client;
    this.tools = tools;
    this.patience = patience;
    this.nanos = nanos;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Context fetch(String instruction) {
    List<ShinodoConfig.Tool> wanted =
        tools.stream().filter(tool -> !instruction.isBlank() || !Filled.needed(tool)).toList();
    if (wanted.isEmpty()) {
      return new Context(List.of(), List.of());
    }
    var deadline = Deadline.in(patience.together(), nanos);
    try {
      List<McpApi.Announced> announced = client.tools(deadline.atMost(patience.tool()));
      return fetch(wanted, announced, instruction, deadline);
    } catch (TroubleException e) {
      return new Context(List.of(), List.of(new Missed(TOOL_LIST, e.reason())));
    }
  }

  private Context fetch(
      List<ShinodoConfig.Tool> wanted,
      List<McpApi.Announced> announced,
      String instruction,
      Deadline deadline) {
    var quotes = new ArrayList<ContextQuote>();
    var missed = new ArrayList<Missed>();
    for (ShinodoConfig.Tool tool : wanted) {
      try {
        permit(tool.name(), announced);
        var answer =
            client.call(
                tool.name(), Filled.arguments(tool, instruction), deadline.atMost(patience.tool()));
        quotes.add(quoted(tool.name(), answer));
      } catch (TroubleException e) {
        missed.add(new Missed(tool.name(), e.reason()));
      }
    }
    return new Context(quotes, missed);
  }

  /** A tool may call itself read-only and lie; the owner's own list is the other half. */
  private static void permit(String tool, List<McpApi.Announced> announced)
      throws TroubleException {
    List<McpApi.Announced> named =
        announced.stream().filter(one -> tool.equals(one.name())).toList();
    if (named.isEmpty()) {
      throw TroubleException.of("never called: the server announces no such tool");
    }
    if (!named.stream().allMatch(ShinodoContext::readOnly)) {
      throw TroubleException.of("never called: the server does not announce it as read-only");
    }
  }

  private static boolean readOnly(McpApi.Announced tool) {
    return tool.annotations() != null && Boolean.TRUE.equals(tool.annotations().readOnlyHint());
  }

  private static ContextQuote quoted(String tool, McpApi.ToolAnswer answer)
      throws TroubleException {
    if (Boolean.TRUE.equals(answer.isError())) {
      throw TroubleException.of("the tool reported an error");
    }
    String text = text(answer);
    if (text.isBlank()) {
      throw TroubleException.of("it answered without text");
    }
    return ContextQuote.of(NAME + ", " + tool, new UntrustedText(text));
  }

  /** Text, on its own or in a resource; pictures, sounds and links are left out. */
  private static String text(McpApi.ToolAnswer answer) {
    if (answer.content() == null) {
      return "";
    }
    return answer.content().stream()
        .filter(Objects::nonNull)
        .map(ShinodoContext::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String text(McpApi.Content content) {
    return switch (Objects.requireNonNullElse(content.type(), "")) {
      case "text" -> Objects.requireNonNullElse(content.text(), "");
      case "resource" ->
          content.resource() == null
              ? ""
              : Objects.requireNonNullElse(content.resource().text(), "");
      default -> "";
    };
  }
}
