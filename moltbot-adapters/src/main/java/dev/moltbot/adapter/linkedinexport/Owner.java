package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.domain.message.AccountId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whose export it is.
 *
 * @param names as the files spell them
 * @param page or empty
 */
record Owner(Set<String> names, String page) {

  Owner {
    names =
        names.stream()
            .map(Owner::folded)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean is(Member member) {
    boolean pages = !page.isEmpty() && !member.page().isEmpty();
    return pages ? page.equals(member.page()) : names.contains(folded(member.name()));
  }

  boolean unknown() {
    return names.isEmpty() && page.isEmpty();
  }

  /** Named like the live channel's, when the export tells. */
  AccountId account() {
    return new AccountId(
        LinkedInFormat.LINKEDIN, page.isEmpty() ? "import" : new Page(page).name());
  }

  private static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
