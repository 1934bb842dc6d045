package dev.moltbot.adapter.shinodo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool's arguments with the owner's words put in. Put into texts after they were parsed, so that
 * no quote in the owner's words can end one.
 */
final class Filled {

  private Filled() {}

  /** Whether it cannot be called without words of the owner. */
  static boolean needed(ShinodoConfig.Tool tool) {
    return tool.arguments().toString().contains(ShinodoConfig.Tool.INSTRUCTION);
  }

  static Map<String, ?> arguments(ShinodoConfig.Tool tool, String instruction) {
    var filled = new LinkedHashMap<String, @Nullable Object>();
    tool.arguments().forEach((name, value) -> filled.put(name, filled(value, instruction)));
    return filled;
  }

  private static @Nullable Object filled(@Nullable Object value, String instruction) {
    return switch (value) {
      case String text -> text.replace(ShinodoConfig.Tool.INSTRUCTION, instruction);
      case List<?> list -> list.stream().map(one -> filled(one, instruction)).toList();
      case Map<?, ?> object -> {
        var copy = new LinkedHashMap<Object, @Nullable Object>();
        object.forEach((name, member) -> copy.put(name, filled(member, instruction)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}
