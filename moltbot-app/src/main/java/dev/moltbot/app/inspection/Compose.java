package dev.moltbot.app.inspection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A compose file, as far as it says how services are shut in.
 *
 * @param services by name; each as the file has it
 * @param networks the same
 */
record Compose(
    Map<String, Map<String, Object>> services, Map<String, Map<String, Object>> networks) {
  static final String FILE = "security/docker-compose.yml";

  /** Empty when there is none. One that cannot be understood is no compose file. */
  static Optional<Compose> of(Path checkout) {
    return Scene.text(checkout.resolve(FILE)).map(Compose::parse);
  }

  static Compose parse(String text) {
    try {
      Object all = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(text);
      Map<String, Object> top = map(all);
      return new Compose(maps(top.get("services")), maps(top.get("networks")));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(FILE + " is no YAML", e);
    }
  }

  private static Map<String, Map<String, Object>> maps(@Nullable Object value) {
    var maps = new LinkedHashMap<String, Map<String, Object>>();
    map(value).forEach((name, one) -> maps.put(name, map(one)));
    return maps;
  }

  /** What stands there as names with values; empty for anything else. */
  static Map<String, Object> map(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, one) -> map.put(String.valueOf(key), one == null ? "" : one));
    }
    return map;
  }

  /** What stands there as words; one by itself counts as a list of one, a map as its keys. */
  static List<String> words(Map<String, Object> service, String key) {
    var words = new ArrayList<String>();
    switch (service.getOrDefault(key, List.of())) {
      case List<?> several -> several.forEach(one -> words.add(String.valueOf(one)));
      case Map<?, ?> named -> named.keySet().forEach(one -> words.add(String.valueOf(one)));
      case Object one -> words.add(String.valueOf(one));
    }
    return words;
  }

  /** Where its folders come from, as written. */
  static List<String> sources(Map<String, Object> service) {
    var sources = new ArrayList<String>();
    if (service.getOrDefault("volumes", List.of()) instanceof List<?> volumes) {
      for (Object volume : volumes) {
        Object source = volume instanceof Map<?, ?> long_ ? long_.get("source") : volume;
        sources.add(String.valueOf(source).replaceFirst(":.*", ""));
      }
    }
    return sources;
  }

  /** Whether that network leads nowhere. */
  boolean internal(String network) {
    return Boolean.TRUE.equals(networks.getOrDefault(network, Map.of()).get("internal"));
  }
}
