package dev.moltbot.adapter.shinodo;

import dev.moltbot.setting.Setting;
import dev.moltbot.setting.Settings;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where Shinodo is and what it may be asked. On this machine only.
 *
 * @param base ends in a slash
 * @param mcp the one address of its MCP server
 * @param tools what is asked for each draft, in order
 */
public record ShinodoConfig(URI base, URI mcp, List<Tool> tools) {
  /** Most tools asked for one draft. */
  public static final int MAX_TOOLS = 8;

  static final Setting URL =
      Setting.optional(
          "SHINODO_URL",
          "Shinodo on this machine, such as http://localhost:3000. Not set: off.",
          "");
  static final Setting TOOLS =
      Setting.optional(
          "SHINODO_TOOLS",
          "Its read-only tools that every draft asks for context, such as"
              + " today, notes {\"query\":\"{instruction}\"}. Not set: none.",
          "");
  static final Setting MCP_PATH =
      Setting.optional("MOLTBOT_SHINODO_MCP_PATH", "Where under that address MCP is.", "mcp");

  /** What the owner can set. */
  public static final List<Setting> SETTINGS = List.of(URL, TOOLS, MCP_PATH);

  /**
   * A tool the owner allows.
   *
   * @param name as the server announces it
   * @param arguments sent with it; {@link #INSTRUCTION} in a text stands for what the owner typed
   */
  public record Tool(String name, Map<String, ?> arguments) {
    /** Replaced by the owner's words for this draft, and by nothing else. */
    public static final String INSTRUCTION = "{instruction}";

    public Tool {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  public ShinodoConfig {
    tools = List.copyOf(tools);
    if (tools.size() > MAX_TOOLS) {
      throw new IllegalArgumentException(tools.size() + " tools, limit " + MAX_TOOLS);
    }
  }

  /** Whether the owner uses it. */
  public static boolean wanted(Settings settings) {
    return settings.has(URL);
  }

  /** From the settings; what is wrong is noted there as a problem. */
  public static ShinodoConfig from(Settings settings) {
    URI base = settings.local(URL);
    return new ShinodoConfig(base, mcp(settings, base), tools(settings));
  }

  private static URI mcp(Settings settings, URI base) {
    String path = settings.text(MCP_PATH);
    if (!path.matches("[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*/?")) {
      settings.problem(MCP_PATH, "is not a path such as mcp or api/mcp");
      return base;
    }
    return base.resolve(path);
  }

  private static List<Tool> tools(Settings settings) {
    try {
      List<Tool> tools = ToolList.parse(settings.text(TOOLS));
      if (tools.size() <= MAX_TOOLS) {
        return tools;
      }
      settings.problem(TOOLS, "names more than " + MAX_TOOLS + " tools");
    } catch (ToolList.NotAListException e) {
      settings.problem(TOOLS, "cannot be read: " + e.getMessage());
    }
    return List.of();
  }
}
