package dev.moltbot.adapter.shinodo;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** Reads {@code name, name {"argument": "value"}, …}. */
final class ToolList {
  /** Longest name of a tool, as MCP has it. */
  private static final int MAX_NAME_CHARS = 128;

  /** The text is no such list; the message says where, and quotes nothing but a name. */
  static final class NotAListException extends Exception {
    private static final long serialVersionUID = 1L;

    NotAListException(String message) {
      super(message);
    }
  }

  private final Buffer rest;
  private final List<ShinodoConfig.Tool> tools = new ArrayList<>();

  private ToolList(String text) {
    this.rest = new Buffer().writeUtf8(text);
  }

  static List<ShinodoConfig.Tool> parse(String text) throws NotAListException {
    try {
      return new ToolList(text).tools();
    } catch (IOException e) {
      throw new NotAListException("its JSON does not end");
    }
  }

  private List<ShinodoConfig.Tool> tools() throws IOException, NotAListException {
    skip(" ,");
    while (!rest.exhausted()) {
      String name = name();
      skip(" ");
      boolean fixed = !rest.exhausted() && rest.getByte(0) == '{';
      tools.add(new ShinodoConfig.Tool(name, fixed ? arguments(name) : Map.of()));
      skip(" ,");
    }
    return tools;
  }

  private void skip(String characters) throws IOException {
    while (!rest.exhausted() && characters.indexOf(rest.getByte(0)) >= 0) {
      rest.skip(1);
    }
  }

  private String name() throws IOException, NotAListException {
    var name = new StringBuilder();
    while (!rest.exhausted() && isName(rest.getByte(0))) {
      name.append((char) rest.readByte());
    }
    if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
      throw new NotAListException("tool " + (tools.size() + 1) + " has no name of a tool");
    }
    return name.toString();
  }

  private static boolean isName(byte c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
  }

  /** What stands behind the object stays in the buffer. */
  private Map<String, ?> arguments(String name) throws IOException, NotAListException {
    try {
      if (JsonReader.of(rest).readJsonValue() instanceof Map<?, ?> object) {
        var arguments = new LinkedHashMap<String, Object>();
        object.forEach((key, value) -> arguments.put(String.valueOf(key), whole(value)));
        return arguments;
      }
    } catch (IOException | JsonDataException | NullPointerException e) {
      throw new NotAListException("the arguments of " + name + " are no JSON object");
    }
    throw new NotAListException("the arguments of " + name + " are no JSON object");
  }

  /** Moshi reads every number as a double, and a tool that wants 5 may refuse 5.0. */
  private static Object whole(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? number.longValue()
        : value;
  }
}
