package dev.moltbot.app.exports;

import dev.moltbot.app.exports.Exports.Unowned;
import dev.moltbot.export.Recognition.Found;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who the owner is, as far as the exports tell: one of them may tell it for all. */
final class Owner {
  /** Chats that must agree before what they agree on is believed. */
  private static final int WITNESSES = 2;

  private Owner() {}

  /** What the exports say themselves; of addresses nothing, once the owner gave one. */
  static Set<String> of(List<Found> found, Set<String> given) {
    var names = new TreeSet<String>();
    for (Found one : found) {
      try {
        names.addAll(one.format().owners(one.file()));
      } catch (IOException e) {
        // It will be said when the file is read.
      }
    }
    if (given.stream().anyMatch(Owner::isAddress)) {
      names.removeIf(Owner::isAddress);
    }
    return names;
  }

  private static boolean isAddress(String name) {
    return name.contains("@");
  }

  /** The one name that stands in every chat, if there is exactly one, for each format. */
  static Set<String> inAll(List<Unowned> unowned) {
    var names = new TreeSet<String>();
    unowned.stream()
        .map(one -> one.found().format().name())
        .distinct()
        .forEach(format -> names.addAll(inAll(format, unowned)));
    return names;
  }

  private static Set<String> inAll(String format, List<Unowned> unowned) {
    List<Unowned> same =
        unowned.stream().filter(one -> one.found().format().name().equals(format)).toList();
    var common = new HashSet<>(same.getFirst().writers());
    same.forEach(one -> common.retainAll(one.writers()));
    return same.size() >= WITNESSES && common.size() == 1 ? common : Set.of();
  }
}
