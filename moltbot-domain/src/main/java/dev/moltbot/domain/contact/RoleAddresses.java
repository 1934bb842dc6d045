package dev.moltbot.domain.contact;

import java.util.Set;

/** Mailboxes of an office, not of a person: several people give the same one as theirs. */
final class RoleAddresses {
  /**
   * RFC 2142, what its registry left out but every company has, and senders that take no answer.
   */
  private static final Set<String> NAMES =
      Set.of(
          "abuse",
          "admin",
          "billing",
          "contact",
          "hello",
          "help",
          "hostmaster",
          "info",
          "jobs",
          "mail",
          "mailer-daemon",
          "marketing",
          "news",
          "noc",
          "office",
          "orders",
          "postmaster",
          "privacy",
          "reception",
          "root",
          "sales",
          "secretary",
          "security",
          "service",
          "support",
          "team",
          "webmaster",
          "www");

  private RoleAddresses() {}

  static boolean contain(Mark mark) {
    if (mark.kind() != Mark.Kind.EMAIL) {
      return false;
    }
    String name = mark.value().substring(0, mark.value().lastIndexOf('@'));
    String letters = name.replaceAll("[^a-z]", "");
    return NAMES.contains(name) || letters.startsWith("noreply") || letters.startsWith("donotrep");
  }
}
