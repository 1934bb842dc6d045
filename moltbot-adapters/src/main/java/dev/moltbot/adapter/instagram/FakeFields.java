package dev.moltbot.adapter.instagram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields a request asks for: names, separated by commas, each with modifiers such as {@code
 * .limit(20)} and with fields of its own in braces.
 */
record FakeFields(Map<String, Asked> asked) {
  private static final Pattern FIELD =
      Pattern.compile("([a-z_]+)((?:\\.[a-z]+\\([^()]*\\))*)(?:\\{([^{}]*)\\})?(,|$)");
  private static final Pattern MODIFIER = Pattern.compile("\\.([a-z]+)\\(([^()]*)\\)");

  /** One field; its own fields empty where the request names none. */
  record Asked(int limit, String after, String fields) {}

  /** Reads them; anything else, a name that is not known included, is refused. */
  static FakeFields of(String written, Set<String> known) {
    var asked = new LinkedHashMap<String, Asked>();
    Matcher field = FIELD.matcher(written);
    int end = 0;
    while (end < written.length() && field.find(end) && field.start() == end) {
      if (!known.contains(field.group(1))) {
        throw new IllegalArgumentException("nonexisting field " + field.group(1));
      }
      String own = field.group(3) == null ? "" : field.group(3);
      asked.put(field.group(1), asked(field.group(2), own));
      end = field.end();
    }
    if (end < written.length() || asked.isEmpty()) {
      throw new IllegalArgumentException("syntax error in fields");
    }
    return new FakeFields(asked);
  }

  private static Asked asked(String modifiers, String fields) {
    int limit = 25;
    String after = "";
    Matcher modifier = MODIFIER.matcher(modifiers);
    while (modifier.find()) {
      switch (modifier.group(1)) {
        case "limit" -> limit = Integer.parseInt(modifier.group(2));
        case "after" -> after = modifier.group(2);
        default -> throw new IllegalArgumentException("unknown modifier " + modifier.group(1));
      }
    }
    return new Asked(limit, after, fields);
  }

  boolean has(String name) {
    return asked.containsKey(name);
  }

  Asked get(String name) {
    Asked one = asked.get(name);
    if (one == null) {
      throw new IllegalArgumentException("not asked for " + name);
    }
    return one;
  }

  /** What of an object was asked for; the id comes always. */
  Map<String, Object> of(Map<String, Object> whole) {
    var part = new LinkedHashMap<String, Object>();
    whole.forEach((name, value) -> {
      if (has(name) || name.equals("id")) {
        part.put(name, value);
      }
    });
    return part;
  }
}
