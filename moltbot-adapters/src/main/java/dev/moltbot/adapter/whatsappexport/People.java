package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.Sender;
import dev.moltbot.export.ExportOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who of a chat's writers is the owner, who the other is, and whether there are more.
 *
 * @param partner the writer that the file is named after, or null
 */
record People(
    Title title, List<String> names, @Nullable String partner, boolean group, Set<String> me) {

  static People of(
      Title title, Survey survey, ExportOptions options, Supplier<Neighbours> neighbours) {
    List<String> names = survey.writers().names();
    String partner = partner(title, names);
    boolean strangers = !title.name().isEmpty() && partner == null && names.size() == 2;
    boolean group = survey.group() || names.size() > 2 || strangers;
    var people = new People(title, names, partner, group, Set.of());
    Set<String> me = new LinkedHashSet<>(people.said(options));
    if (me.isEmpty()) {
      me.addAll(survey.writers().owners());
    }
    if (me.isEmpty() && !group) {
      me.addAll(people.left());
    }
    if (me.isEmpty() && names.size() > 1) {
      String owner = neighbours.get().owner(names);
      me.addAll(owner == null ? Set.of() : Set.of(owner));
    }
    return new People(title, names, partner, group, me);
  }

  private static @Nullable String partner(Title title, List<String> names) {
    String asked = key(title.name().isEmpty() ? title.base() : title.name());
    for (String name : names) {
      if (key(name).equals(asked)) {
        return name;
      }
    }
    String base = " " + Names.folded(title.base()).replaceAll("[-_:]", " ") + " ";
    var within = names.stream().filter(n -> base.contains(" " + Names.folded(n) + " ")).toList();
    return base.contains("whatsapp") && within.size() == 1 ? within.getFirst() : null;
  }

  private List<String> said(ExportOptions options) {
    Set<String> mine = new TreeSet<>();
    options.me().forEach(name -> mine.add(Names.address(Names.plain(name), "")));
    return names.stream()
        .filter(name -> options.isMe(name) || mine.contains(Names.address(name, "")))
        .toList();
  }

  /** In a chat named after one of two, the owner is the other one. */
  private List<String> left() {
    boolean alone = partner == null && !title.name().isEmpty() && names.size() == 1;
    return partner == null && !alone
        ? List.of()
        : names.stream().filter(name -> !name.equals(partner)).toList();
  }

  /** Whether two people write and nobody can tell which of them the owner is. */
  boolean undecided() {
    return !group && me.isEmpty() && names.size() > 1;
  }

  /** Whom the owner writes to, when that is one. */
  List<Sender> others(String chat) {
    if (group || me.isEmpty()) {
      return List.of();
    }
    String other = other();
    return other.isEmpty() ? List.of() : List.of(Names.sender(other, chat));
  }

  /** The one whom the owner talks to, or empty. */
  private String other() {
    var others = names.stream().filter(name -> !me.contains(name)).toList();
    return others.size() == 1 ? others.getFirst() : others.isEmpty() ? title.name() : "";
  }

  /**
   * Names the chat, in this export and in the next: by whom it is with, whether the file's name
   * tells that or the writers do.
   */
  String chat() {
    if (!title.name().isEmpty()) {
      return key(partner == null ? title.name() : partner);
    }
    if (group) {
      return key(title.base());
    }
    String other = other();
    return other.isEmpty()
        ? String.join(" & ", new TreeSet<>(names.stream().map(People::key).toList()))
        : key(other);
  }

  private static String key(String name) {
    String address = Names.address(name, "");
    return address.startsWith("+") ? address : Names.folded(name);
  }
}
