package dev.moltbot.app.egress;

import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.domain.egress.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rules for LuLu, the macOS firewall, in the form that its Rules, Import takes (LuLu's {@code
 * Rule.m} and {@code consts.h}): by program, every value a string. What a program may reach comes
 * first, and after it that it may reach nothing else.
 */
final class LuluRules {
  /** Programs through which Moltbot's bytes leave a Mac. */
  private static final Map<String, String> PROGRAMS =
      orderedMap(
          "com.docker.backend", "/Applications/Docker.app/Contents/MacOS/com.docker.backend",
          "QEMUHelper",
              "/Applications/UTM.app/Contents/XPCServices/QEMUHelper.xpc/Contents/MacOS/QEMUHelper",
          "java", "/usr/local/lib/moltbot/runtime/bin/java");

  private static final String BLOCK = "0";
  private static final String ALLOW = "1";
  private static final String MADE_BY_USER = "3";
  private static final String THIS_ENDPOINT = "1";

  private LuluRules() {}

  private static Map<String, String> orderedMap(String... keysAndValues) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  /**
   * The whole file.
   *
   * @param digest of the list: rules say nothing of paths, and still change with every line of it
   */
  static String text(AllowList list, String digest) {
    var all = new LinkedHashMap<String, List<Map<String, String>>>();
    PROGRAMS.forEach((name, path) -> {
      var rules = new ArrayList<Map<String, String>>();
      list.endpoints()
          .forEach(one -> rules.add(rule(name, path, one.host(), "" + one.port(), ALLOW, digest)));
      rules.add(rule(name, path, "*", "*", BLOCK, digest));
      all.put(path, rules);
    });
    var type =
        Types.newParameterizedType(
            Map.class,
            String.class,
            Types.newParameterizedType(
                List.class, Types.newParameterizedType(Map.class, String.class, String.class)));
    return new Moshi.Builder().build().adapter(type).indent("  ").toJson(all) + "\n";
  }

  private static Map<String, String> rule(
      String name, String path, String host, String port, String action, String digest) {
    var rule = new LinkedHashMap<String, String>();
    rule.put("key", path);
    // Made from what the rule says and of which list: the same list makes the same file.
    byte[] seed = (path + host + port + action + digest).getBytes(StandardCharsets.UTF_8);
    rule.put("uuid", UUID.nameUUIDFromBytes(seed).toString().toUpperCase(java.util.Locale.ROOT));
    rule.put("path", path);
    rule.put("name", name);
    rule.put("endpointAddr", host);
    rule.put("endpointPort", port);
    rule.put("isEndpointAddrRegex", "0");
    rule.put("type", MADE_BY_USER);
    rule.put("scope", THIS_ENDPOINT);
    rule.put("action", action);
    return rule;
  }

  static String callers(Endpoint endpoint) {
    return endpoint.callers().stream().map(Caller::word).collect(Collectors.joining(", "));
  }
}
