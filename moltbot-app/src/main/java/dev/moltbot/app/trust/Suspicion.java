package dev.moltbot.app.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands against loading a jar, whoever trusts it. */
final class Suspicion {
  private static final String OURS = "dev/moltbot/";
  private static final String CLASS = ".class";

  private Suspicion() {}

  /**
   * The reasons, one line each, for the owner or the jar's author.
   *
   * @param ours names of settings that belong to the program's other parts
   */
  static List<String> of(ChannelJar jar, ClassLoader program, Set<String> ours) {
    var reasons = new ArrayList<String>();
    if (jar.providers().isEmpty()) {
      reasons.add("names no channel in META-INF/services");
    }
    if (jar.wantsOthers()) {
      reasons.add("wants further jars (Class-Path); a channel's jar holds all it needs");
    }
    jar.settings().stream()
        .filter(ours::contains)
        .forEach(key -> reasons.add("asks for " + key + ", which belongs to another part"));
    collision(jar.entries(), program).ifPresent(reasons::add);
    return reasons;
  }

  private static Optional<String> collision(Map<String, byte[]> entries, ClassLoader program) {
    for (String name : entries.keySet()) {
      if (!name.endsWith(CLASS)
          || name.startsWith("META-INF/")
          || name.equals("module-info.class")) {
        continue;
      }
      String shown = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
      if (name.startsWith(OURS)) {
        return Optional.of(
            "puts " + shown + " into the program's own package; its author has to move it");
      }
      if (program.getResource(name) != null) {
        return Optional.of(
            "holds " + shown + ", which the program has, too; its author has to leave it out");
      }
    }
    return Optional.empty();
  }
}
