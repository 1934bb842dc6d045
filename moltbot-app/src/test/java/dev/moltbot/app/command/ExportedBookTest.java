package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.PostgresConfig;
import dev.moltbot.adapter.postgres.PostgresModule;
import dev.moltbot.app.config.Workspace;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.contact.Annotation;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Contacts;
import dev.moltbot.port.Exported;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An address book written by {@code contacts export} and read by {@code import} on another machine:
 * the same people, as far as a card can tell.
 */
@Tag("long")
class ExportedBookTest {
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
  private static final String ODD = "a \"quoted\", 'b'; c\\n d: =1+1 <b>&amp; \uD83D\uDC26";

  @TempDir private Path folder = Path.of("");

  @Test
  void bringsTheSamePeopleToAnotherMachine() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    on(old, ExportedBookTest::acquaint);
    Path book = old.resolve("book.vcf");
    assertThat(Program.run(old, book, "contacts", "export", "--format", "vcard")).isZero();
    Path fresh = Files.createDirectory(folder.resolve("new"));
    Path told = fresh.resolve("told");
    assertThat(Program.run(fresh, told, "import", "--json", book.toString())).isZero();
    assertThat(told).content().contains("\"read\":8", "\"added\":8", "\"quarantined\":0");
    List<Known> before = people(old);
    assertThat(before).hasSize(8);
    assertThat(people(fresh)).containsExactlyInAnyOrderElementsOf(before);
    on(fresh, ExportedBookTest::tagOne);
    assertThat(Program.run(fresh, told, "import", "--undo", "--json", book.toString())).isZero();
    assertThat(people(fresh))
        .as("who has a word of the owner's own stays; what the book said goes with the others")
        .singleElement()
        .satisfies(left -> assertThat(left.annotations()).contains(tag("typed")));
  }

  /** What a card can say of somebody. Ids and handles are the machine's own. */
  private record Known(
      String name, Set<Mark> marks, Set<Detail> details, Set<Annotation> annotations) {
    static Known of(Exported one) {
      return new Known(
          one.name().reveal(),
          Set.copyOf(one.marks()),
          Set.copyOf(one.details()),
          // What the owner calls them is the card's name.
          one.annotations().stream()
              .filter(each -> each.kind() != Annotation.Kind.NAME)
              .collect(Collectors.toSet()));
    }
  }

  private static void tagOne(Contacts contacts) {
    Exported one = all(contacts).getFirst();
    assertThat(contacts.annotate(one.id(), tag("typed"), NOW)).isTrue();
  }

  /** On six channels and in two address books. */
  private static void acquaint(Contacts contacts) {
    contacts.observe(
        List.of(
            person("gmail", "olena.koval@gmail.com", "Олена Коваль"),
            card("c1", "Olena", Set.of(mail("olena.koval@gmail.com"), phone("+380671234567"))),
            person("whatsapp", "+380671234567", "Olena K"),
            person("viber", "+380671234567", "Оленка"),
            person("telegram", "77", "\"Bo\", 'Lee'; \\x"),
            person("instagram", "1784", "وسام الشامي"),
            person("linkedin", "linkedin.com/in/ann-bell", "Ann Bell"),
            card("c2", "Ann B.", Set.of(mail("ann@example.org"), mail("a.bell@example.com"))),
            card("c3", "王小明", Set.of(phone("+8613812345678"), profile("github.com/xiaoming"))),
            detailed("c4", "Everything Known"),
            person("telegram", "78", "n".repeat(200)),
            person("gmail", "nameless@example.org", "")),
        "a test",
        NOW);
    ContactId ann = id(contacts, "linkedin", "linkedin.com/in/ann-bell");
    assertThat(contacts.merge(ann, id(contacts, "cards", "c2"), NOW)).isPresent();
    annotate(contacts, ann, tag("family"), tag("книги"), tag("a-b_c"), note("Likes tea"));
    ContactId olena = id(contacts, "telegram", "77");
    annotate(
        contacts, olena, note(ODD + "\nsecond line\n\n  fourth"), note("x ".repeat(999) + "y"));
    annotate(contacts, olena, new Annotation(Annotation.Kind.NAME, "Bo \"the\" Lee, jr; \\"));
  }

  private static Identity detailed(String id, String name) {
    List<Detail> details = new ArrayList<>();
    for (Detail.Kind kind : Detail.Kind.values()) {
      Stream<String> values =
          switch (kind) {
            case BIRTHDAY -> Stream.of("1971-06-24");
            case NUMBER -> Stream.of("extension 12");
            default -> Stream.of(kind + " " + ODD, kind + " " + "w".repeat(400));
          };
      values.forEach(value -> details.add(new Detail(kind, new UntrustedText(value))));
    }
    return new Identity(
        new Handle(new ChannelId("cards"), id), new UntrustedText(name), Set.of(), details, NOW);
  }

  private static Identity person(String channel, String value, String name) {
    return Identity.of(new Handle(new ChannelId(channel), value), new UntrustedText(name), NOW);
  }

  private static Identity card(String id, String name, Set<Mark> marks) {
    return new Identity(
        new Handle(new ChannelId("cards"), id), new UntrustedText(name), marks, List.of(), NOW);
  }

  private static Mark mail(String address) {
    return Mark.email(address).orElseThrow();
  }

  private static Mark phone(String number) {
    return Mark.phone(number).orElseThrow();
  }

  private static Mark profile(String page) {
    return Mark.profile(page).orElseThrow();
  }

  private static Annotation tag(String word) {
    return new Annotation(Annotation.Kind.TAG, word);
  }

  private static Annotation note(String words) {
    return new Annotation(Annotation.Kind.NOTE, words);
  }

  private static void annotate(Contacts contacts, ContactId person, Annotation... words) {
    for (Annotation one : words) {
      assertThat(contacts.annotate(person, one, NOW)).isTrue();
    }
  }

  private static ContactId id(Contacts contacts, String channel, String value) {
    return contacts.contactOf(new Handle(new ChannelId(channel), value)).orElseThrow().id();
  }

  private static List<Known> people(Path folder) {
    List<Known> people = new ArrayList<>();
    on(folder, contacts -> all(contacts).forEach(one -> people.add(Known.of(one))));
    return people;
  }

  private static List<Exported> all(Contacts contacts) {
    return contacts.export(ContactId.NOBODY, 100);
  }

  /** Behind the commands' back, while none of them is at work. */
  private static void on(Path folder, Consumer<Contacts> work) {
    Workspace workspace = new Workspace(folder.resolve(".openclaw"));
    assertThat(workspace.prepare()).isEmpty();
    var config = PostgresConfig.embedded(workspace.data());
    try (Moltbot moltbot = Moltbot.storesOnly(PostgresModule.open(config, new SecureRandom()))) {
      work.accept(moltbot.part(Contacts.class));
    }
  }
}
