package dev.moltbot.bench;

import dev.moltbot.domain.contact.AutomaticLinks;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.identity.Field;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.naming.FullNames;
import dev.moltbot.naming.Phones;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What Moltbot merges by itself, by the very rule it uses, and all pairs that follow from it. */
final class Merged {
  /** Where numbers without a country are taken to be from. */
  private static final String REGION = "GB";

  private Merged() {}

  static Set<Long> pairs(LabelledSet set) {
    var people = new Components(set.size());
    marks(set).forEach((mark, rows) -> join(mark, rows, set, people));
    return people.pairs();
  }

  private static Map<Mark, List<Integer>> marks(LabelledSet set) {
    var marks = new HashMap<Mark, List<Integer>>();
    for (int row = 0; row < set.size(); row++) {
      for (Mark mark : marks(set, row)) {
        marks.computeIfAbsent(mark, unused -> new ArrayList<>()).add(row);
      }
    }
    return marks;
  }

  private static List<Mark> marks(LabelledSet set, int row) {
    var marks = new ArrayList<Mark>();
    Mark.email(set.value(row, Field.EMAIL)).ifPresent(marks::add);
    Phones.e164(set.value(row, Field.PHONE), REGION).flatMap(Mark::phone).ifPresent(marks::add);
    return marks;
  }

  private static void join(Mark mark, List<Integer> rows, LabelledSet set, Components people) {
    List<AutomaticLinks.Node> cards =
        rows.stream()
            .map(row ->
                new AutomaticLinks.Node(id(row), new UntrustedText(set.fullName(row)), false))
            .toList();
    AutomaticLinks.of(mark, cards, Set.of(), new FullNames())
        .links()
        .forEach(link -> people.join(row(link.first()), row(link.second())));
  }

  private static ContactId id(int row) {
    return new ContactId(new UUID(0, row));
  }

  private static int row(ContactId id) {
    return (int) id.value().getLeastSignificantBits();
  }
}
