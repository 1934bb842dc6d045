package dev.moltbot.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which given names stand for one another, from the table beside this class. Thread-safe. */
final class Nicknames {
  private static final Map<String, Set<Integer>> GROUPS = read();

  private Nicknames() {}

  /** Whether the two folded words can be one person's given name. */
  static boolean standForOneAnother(String first, String second) {
    Set<Integer> ones = groups(first);
    return !ones.isEmpty() && groups(second).stream().anyMatch(ones::contains);
  }

  /** Also by sound, so that spellings nobody listed are found. */
  static Set<Integer> groups(String word) {
    Set<Integer> listed = GROUPS.get(word);
    return listed == null ? GROUPS.getOrDefault(Sounding.of(word), Set.of()) : listed;
  }

  private static Map<String, Set<Integer>> read() {
    try (InputStream in = Nicknames.class.getResourceAsStream("nicknames.txt");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
      return grouped(reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<Integer>> grouped(List<String> lines) {
    var groups = new HashMap<String, Set<Integer>>();
    for (int line = 0; line < lines.size(); line++) {
      for (String word : lines.get(line).split(" ", -1)) {
        groups.computeIfAbsent(word, unused -> new HashSet<>()).add(line);
        groups.computeIfAbsent(Sounding.of(word), unused -> new HashSet<>()).add(line);
      }
    }
    return Map.copyOf(groups);
  }
}
