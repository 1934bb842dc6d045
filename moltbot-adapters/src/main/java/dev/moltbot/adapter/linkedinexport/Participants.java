package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.export.CsvRow;
import dev.moltbot.export.CsvTable;
import dev.moltbot.export.ExportFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who takes part in which conversation: the owner is in every one. */
final class Participants {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Set<String>> conversations = new HashMap<>();
  private final Map<String, Set<String>> partners = new HashMap<>();
  private final Set<String> senders = new TreeSet<>();

  private Participants() {}

  static Participants of(ExportFile file) throws IOException {
    Participants all = new Participants();
    try (CsvTable table = CsvTable.open(file, Kind.MESSAGES.columns())) {
      for (var item = table.next(); item.isPresent(); item = table.next()) {
        if (item.get() instanceof CsvTable.Item.Row(CsvRow row)) {
          all.add(row);
        }
      }
    }
    return all;
  }

  private void add(CsvRow row) {
    Set<String> here =
        conversations.computeIfAbsent(row.get("CONVERSATION ID"), any -> new HashSet<>());
    Member from = Messages.from(row);
    note(from, here);
    for (Member to : Messages.to(row)) {
      note(to, here);
      partners.computeIfAbsent(from.key(), any -> new HashSet<>()).add(to.key());
      partners.computeIfAbsent(to.key(), any -> new HashSet<>()).add(from.key());
    }
    // Nobody else's drafts are in it.
    if (row.get("FOLDER").equalsIgnoreCase("SENT") || Messages.draft(row)) {
      senders.add(from.key());
    }
  }

  private void note(Member member, Set<String> here) {
    here.add(member.key());
    // A name is shown with the page in one row and without it in another.
    members.merge(member.key(), member, (old, now) -> old.name().isEmpty() ? now : old);
  }

  /** With the page or the name that goes with what is known; unchanged when nobody can tell. */
  Owner owner(Owner known) {
    Optional<Member> self =
        members.values().stream().filter(known::is).findFirst().or(this::sender);
    if (known.unknown() && self.isEmpty()) {
      self = everywhere();
    }
    if (self.isEmpty()) {
      return known;
    }
    Set<String> names = new TreeSet<>(known.names());
    names.add(self.get().name());
    return new Owner(names, known.page().isEmpty() ? self.get().page() : known.page());
  }

  private Optional<Member> sender() {
    return senders.size() == 1
        ? Optional.ofNullable(members.get(senders.iterator().next()))
        : Optional.empty();
  }

  private Optional<Member> everywhere() {
    List<Member> always =
        members.values().stream()
            .filter(each -> conversations.values().stream().allMatch(in -> in.contains(each.key())))
            .toList();
    // Several may be everywhere; the owner is the one who wrote with more people than they did.
    int most = always.stream().mapToInt(this::partners).max().orElse(0);
    List<Member> busiest = always.stream().filter(each -> partners(each) == most).toList();
    return busiest.size() == 1 ? Optional.of(busiest.getFirst()) : Optional.empty();
  }

  private int partners(Member member) {
    return partners.getOrDefault(member.key(), Set.of()).size();
  }
}
