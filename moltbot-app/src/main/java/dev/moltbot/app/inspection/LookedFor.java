package dev.moltbot.app.inspection;

import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.app.inspection.deep.secret.Search;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that are nobody's business, by the names of their settings. */
final class LookedFor {
  /** What a setting of a channel in a jar is called when it holds one; jars do not say. */
  private static final Pattern TELLING = Pattern.compile(".*(TOKEN|SECRET|PASSWORD|_KEY).*");

  /** What stands in the sandbox instead of what the broker holds; it is in the documentation. */
  private static final Set<String> STAND_INS = Set.of("held-by-the-broker");

  /** Made once for all checks of a run: it is some megabytes. */
  private static final Map<Scene, Search> MADE = Collections.synchronizedMap(new WeakHashMap<>());

  private LookedFor() {}

  static Search in(Scene scene) {
    return MADE.computeIfAbsent(scene, it -> Search.of(values(it)));
  }

  static Map<String, String> values(Scene scene) {
    Set<String> names = names(scene);
    var values = new HashMap<String, String>();
    scene
        .values()
        .forEach((name, value) -> {
          if (names.contains(name) && !STAND_INS.contains(value)) {
            values.put(name, value.strip());
          }
        });
    password(scene.value(PostgresConfig.URL))
        .ifPresent(password -> values.put(PostgresConfig.URL.key(), password));
    return values;
  }

  private static Set<String> names(Scene scene) {
    Map<String, Setting.Need> needs =
        Installed.settings().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(Setting::key, Setting::need, (one, other) -> one));
    var names = new HashSet<String>();
    for (String name : Installed.known(scene.workspace())) {
      Setting.Need need = needs.get(name);
      if (need == Setting.Need.SECRET || (need == null && TELLING.matcher(name).matches())) {
        names.add(name);
      }
    }
    return names;
  }

  private static Optional<String> password(String url) {
    try {
      String user = url.isEmpty() ? null : URI.create(url).getUserInfo();
      return user == null || !user.contains(":")
          ? Optional.empty()
          : Optional.of(user.substring(user.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
