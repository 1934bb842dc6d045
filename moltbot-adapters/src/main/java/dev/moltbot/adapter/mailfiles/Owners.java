package dev.moltbot.adapter.mailfiles;

import dev.moltbot.domain.contact.Mark;
import dev.moltbot.mime.MailAddress;
import dev.moltbot.mime.MailFields;
import dev.moltbot.port.Cursor;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose mails these are: to whom servers say they delivered them, and who wrote those that lie
 * among the sent ones.
 */
final class Owners {
  /** Mails and bytes looked at: the beginning tells enough. */
  private static final int MAX_MAILS = 500;

  private static final long MAX_BYTES = 32L << 20;

  /** Mails that must agree. */
  private static final int MIN_MAILS = 2;

  private static final String DELIVERED = "delivered-to";
  private static final String ORIGINAL = "x-original-to";
  private static final Set<String> NAMES =
      Set.of(DELIVERED, ORIGINAL, "from", "list-id", "list-post", Takeout.LABELS);

  private final Map<String, Integer> delivered = new HashMap<>();
  private final Map<String, Integer> sent = new HashMap<>();

  private Owners() {}

  /** The owner's addresses, the one of the mailbox first. */
  static List<String> of(RawMails.Opener opener) throws IOException {
    Owners owners = new Owners();
    try (RawMails mails = opener.at(Cursor.START)) {
      long bytes = 0;
      for (int i = 0; i < MAX_MAILS && bytes < MAX_BYTES; i++) {
        RawMail next = mails.next();
        if (next instanceof RawMail.Whole mail) {
          bytes += mail.bytes().length;
          owners.look(mail);
        } else if (!(next instanceof RawMail.TooLarge)) {
          break;
        }
      }
    }
    return owners.found();
  }

  private void look(RawMail.Whole mail) {
    MailFields fields = MailFields.of(mail.bytes(), NAMES);
    if (!fields.words("list-id").isEmpty() || !fields.words("list-post").isEmpty()) {
      // A list's mail is delivered to the list's archive as well as to people.
      return;
    }
    List<MailAddress> to = fields.addresses(DELIVERED);
    count(to.isEmpty() ? fields.addresses(ORIGINAL) : to, delivered);
    boolean own =
        mail.note().folder() == Labels.Kind.SENT
            || Labels.ofLabels(fields.words(Takeout.LABELS)) == Labels.Kind.SENT;
    if (own) {
      count(fields.addresses("from"), sent);
    }
  }

  private static void count(List<MailAddress> addresses, Map<String, Integer> into) {
    addresses.stream()
        .findFirst()
        .flatMap(first -> Mark.email(first.address()))
        .ifPresent(mark -> into.merge(mark.value(), 1, Integer::sum));
  }

  private List<String> found() {
    return List.of(most(delivered), most(sent)).stream()
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** More than half must agree: a list's archive was delivered to many. */
  private static Optional<String> most(Map<String, Integer> counted) {
    int all = counted.values().stream().mapToInt(Integer::intValue).sum();
    return counted.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .filter(most -> most.getValue() >= MIN_MAILS && 2 * most.getValue() > all)
        .map(Map.Entry::getKey);
  }

  /** Whether an address is one of these, in whatever spelling. */
  static Predicate<String> among(Collection<String> names) {
    Set<Mark> marks =
        names.stream().flatMap(name -> Mark.email(name).stream()).collect(Collectors.toSet());
    return marks.isEmpty()
        ? address -> false
        : address -> Mark.email(address).filter(marks::contains).isPresent();
  }

  /** The given spelling of an address, where the owner gave one. */
  static String spelled(String address, Set<String> given) {
    Optional<Mark> mark = Mark.email(address);
    return new TreeSet<>(given)
        .stream().filter(name -> Mark.email(name).equals(mark)).findFirst().orElse(address);
  }
}
