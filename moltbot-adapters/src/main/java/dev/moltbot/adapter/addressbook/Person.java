package dev.moltbot.adapter.addressbook;

import dev.moltbot.card.Pieces;
import dev.moltbot.channel.Words;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.ContentIds;
import dev.moltbot.export.Entry;
import dev.moltbot.naming.Phones;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Somebody on a card, while it is read. */
final class Person {
  /** Longest id that is taken for one, in characters. */
  private static final int MAX_UID = 300;

  /** Google's mark of whoever stands in the address book at all. */
  private static final String EVERYBODY = "mycontacts";

  private final String region;
  private final Set<Mark> marks = new HashSet<>();
  private final Set<Detail> details = new LinkedHashSet<>();
  private final Set<Annotation> annotations = new LinkedHashSet<>();
  private String name = "";

  /** Nobody yet. */
  Person(String region) {
    this.region = region;
  }

  /** The first that is not blank is kept. */
  void name(String shown) {
    if (name.isEmpty()) {
      name = shown.strip().replaceAll("\\s+", " ");
    }
  }

  void mail(String address) {
    Mark.email(address.replaceFirst("(?i)^mailto:", "")).ifPresent(marks::add);
  }

  /** A number that names no line by itself is kept as it was written. */
  void phone(String written) {
    Optional<Mark> line = Phones.e164(written, region).flatMap(Mark::phone);
    line.ifPresentOrElse(marks::add, () -> detail(Detail.Kind.NUMBER, written));
  }

  void page(String url) {
    Pages.mark(url).ifPresent(marks::add);
  }

  void detail(Detail.Kind kind, String value) {
    String plain = value.strip().replaceAll("\\s+", " ");
    String kept = plain.substring(0, Math.min(plain.length(), Detail.MAX_CHARS));
    if (!kept.isBlank()) {
      details.add(new Detail(kind, new UntrustedText(kept)));
    }
  }

  /** A group that the owner put them into; one of several words is joined to one. */
  void tag(String group) {
    String word = group.strip().replaceFirst("^\\* ", "").replaceAll("\\s+", "-");
    if (Annotation.isTag(word) && !word.equalsIgnoreCase(EVERYBODY)) {
      annotations.add(new Annotation(Annotation.Kind.TAG, word));
    }
  }

  /** Line by line as it was written; one that is too long is several. */
  void note(String written) {
    String plain = written.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
    Pieces.of(plain.strip(), Annotation.MAX_NOTE_CHARS).stream()
        .filter(piece -> !piece.isBlank())
        .forEach(piece -> annotations.add(new Annotation(Annotation.Kind.NOTE, piece)));
  }

  void birthday(String written) {
    Days.iso(written).ifPresent(day -> detail(Detail.Kind.BIRTHDAY, day));
  }

  /**
   * As an entry.
   *
   * @param uid the card's own id, or empty
   * @param at when the card was last changed, or {@link Identity#UNDATED}
   */
  Entry entry(String uid, Instant at) {
    String shown = name.isEmpty() ? organisation() : name;
    if (shown.isEmpty() && marks.isEmpty() && details.isEmpty()) {
      return new Entry.LeftOut("an empty card");
    }
    Handle handle = new Handle(Book.CARDS, uid.isBlank() ? content(shown) : own(uid.strip()));
    return new Entry.Known(
        new Identity(
            handle,
            Words.ofName(shown),
            marks,
            List.copyOf(details),
            List.copyOf(annotations),
            at));
  }

  private String organisation() {
    return details.stream()
        .filter(detail -> detail.kind() == Detail.Kind.ORGANISATION)
        .map(detail -> detail.value().reveal())
        .findFirst()
        .orElse("");
  }

  /** Some ids look like mailboxes and are none. */
  private static String own(String uid) {
    String plain = uid.replaceFirst("(?i)^urn:uuid:", "");
    return "uid:" + (plain.length() > MAX_UID ? ContentIds.of(plain) : plain.replace("@", " @"));
  }

  /** A card without an id is named by what it says; the order in which it says it is nothing. */
  private String content(String shown) {
    List<String> said =
        Stream.concat(
                marks.stream().map(mark -> mark.kind() + " " + mark.value()),
                details.stream().map(each -> each.kind() + " " + each.value().reveal()))
            .sorted()
            .toList();
    return "card:" + ContentIds.of(shown, String.join("\n", said));
  }
}
