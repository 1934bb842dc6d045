package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.contact.Acquaintances.Known;
import dev.moltbot.adapter.postgres.contact.Acquaintances.Words;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.port.Directory.Found;
import dev.moltbot.port.PersonLine;
import dev.moltbot.port.PersonPage;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are found by whatever the owner remembers of them. */
class DirectoryTest {
  private Acquaintances world;
  private Known yuliia;
  private Known bob;

  @BeforeEach
  void open() {
    world = new Acquaintances();
    yuliia = world.person("gmail", "y.shch@example.org", "Юлія Щербак");
    world.also(yuliia, "instagram", "yulka_pics", "");
    bob = world.person("telegram", "7001", "Robert Dašić");
    world.person("viber", "anna-1", "Anna Bell");
    world.person("viber", "anna-2", "Anna Stone");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void findsANameInAnotherScriptAndWithALetterWrong() {
    assertThat(names("shcherbak")).containsExactly("Юлія Щербак");
    assertThat(names("Щербак")).containsExactly("Юлія Щербак");
    assertThat(names("shcerbak")).containsExactly("Юлія Щербак");
    assertThat(names("shcherbek")).containsExactly("Юлія Щербак");
    assertThat(names("shchebrak")).containsExactly("Юлія Щербак");
    assertThat(names("yuliya")).containsExactly("Юлія Щербак");
    assertThat(names("Юлия Щербак")).containsExactly("Юлія Щербак");
    assertThat(names("dasic")).containsExactly("Robert Dašić");
    assertThat(names("dashic robert")).containsExactly("Robert Dašić");
    assertThat(names("anni")).containsExactly("Anna Bell", "Anna Stone");
    assertThat(names("bell ann")).containsExactly("Anna Bell");
    assertThat(names("nobody")).isEmpty();
    assertThat(names("")).isEmpty();
    assertThat(names("%")).isEmpty();
  }

  @Test
  void saysWhetherSomebodyWasNamedOrIsOnlySimilar() {
    assertThat(find("юлія щербак")).extracting(Found::exact).containsExactly(true);
    assertThat(find("щербак")).extracting(Found::exact).containsExactly(false);
    assertThat(find("yulka_pics")).extracting(Found::exact).containsExactly(true);
    assertThat(find("instagram:yulka_pics")).extracting(Found::exact).containsExactly(true);
    assertThat(find("Y.Shch@Example.org")).extracting(Found::exact).containsExactly(true);
    String id = bob.person().value().toString();
    assertThat(find(id)).extracting(Found::exact).containsExactly(true);
    assertThat(find(id.substring(0, 8))).extracting(Found::exact).containsExactly(true);
  }

  /** An id noted before a merge names the person after it. */
  @Test
  void findsByTheIdOfAnyHandle() {
    Known second = world.also(yuliia, "telegram", "7002", "Y");
    String id = Keys.of(second.handle()).toString();
    assertThat(find(id).getFirst().person().id()).isEqualTo(yuliia.person());
  }

  @Test
  void findsByWhatOnlyACardSays() {
    Known card = world.person("cards", "uid-1", "Marko");
    Mark mark = Mark.phone("+380441234567").orElseThrow();
    world.run(
        "insert into mark (mark_key, handle_id, kind, value) values (?, ?, ?, ?)",
        Keys.of(mark),
        card.id(),
        mark.kind().name(),
        mark.value());
    assertThat(names("+380441234567")).containsExactly("Marko");
  }

  @Test
  void findsByTagAndByTheOwnersOwnName() {
    world.tag(yuliia, "TAG", "Школа");
    world.tag(bob, "NAME", "Боб із роботи");
    assertThat(names("школа")).containsExactly("Юлія Щербак");
    assertThat(names("боб роботи")).containsExactly("Боб із роботи");
  }

  @Test
  void namesAPersonAsTheOwnerDoesElseAsTheirCardElseAsTheyDidLast() {
    assertThat(name(yuliia)).isEqualTo("Юлія Щербак");
    world.also(yuliia, "cards", "uid-9", "Юлія Щербак-Коваль");
    assertThat(name(yuliia)).isEqualTo("Юлія Щербак-Коваль");
    world.tag(yuliia, "NAME", "Юля");
    assertThat(name(yuliia)).isEqualTo("Юля");
    assertThat(name(world.person("telegram", "7003", ""))).isEqualTo("7003");
  }

  @Test
  void listsByNameWhateverTheScriptAndSaysHowManyThereAre() {
    assertThat(world.directory.list("", "", 9).people())
        .extracting(one -> one.name().reveal())
        .containsExactly("Anna Bell", "Anna Stone", "Юлія Щербак", "Robert Dašić");
    assertThat(world.directory.list("", "", 1).total()).isEqualTo(4);
    world.tag(bob, "TAG", "work");
    assertThat(world.directory.list("work", "", 9).people())
        .extracting(PersonLine::id)
        .containsExactly(bob.person());
    assertThat(world.directory.list("work", "viber", 9).total()).isZero();
    assertThat(world.directory.list("", "instagram", 9).people()).hasSize(1);
  }

  @Test
  void showsAllThereIsOfAPerson() {
    Known phone = world.also(yuliia, "whatsapp", "+380441234567", "Юля");
    world.tag(yuliia, "NOTE", "met in Lviv");
    world.run(
        "insert into detail (handle_id, kind, value) values (?, 'PLACE', 'Львів')", phone.id());
    world.run(
        """
        insert into link (first_id, second_id, evidence, linked_at)
        values (?, ?, 'OWNER_SAID', ?)
        """,
        Math.min(yuliia.id(), phone.id()),
        Math.max(yuliia.id(), phone.id()),
        SettableTime.NOON);
    world.from(yuliia, SettableTime.NOON, Words.of("hi"));
    world.from(yuliia, SettableTime.NOON.plusSeconds(1), Words.of("all").with("DISCUSSION"));
    world.to(List.of(yuliia), SettableTime.NOON.plus(Duration.ofDays(1)), Words.of("hello"));
    PersonPage page = world.directory.show(yuliia.person()).orElseThrow();
    assertThat(page.handles()).hasSize(3);
    assertThat(page.notes()).extracting(PersonPage.Note::words).containsExactly("met in Lviv");
    assertThat(page.details()).hasSize(1);
    assertThat(page.links()).extracting(PersonPage.Link::evidence).containsExactly("OWNER_SAID");
    assertThat(page.ties()).hasSize(1);
    PersonPage.Tie tie = page.ties().getFirst();
    assertThat(List.of(tie.received(), tie.sent(), tie.toMany())).containsExactly(1L, 1L, 1L);
    assertThat(tie.first()).isEqualTo(SettableTime.NOON);
    assertThat(tie.last()).isEqualTo(SettableTime.NOON.plus(Duration.ofDays(1)));
    assertThat(world.directory.show(new ContactId(new UUID(1, 1)))).isEmpty();
  }

  private String name(Known who) {
    return world.directory.show(who.person()).orElseThrow().line().name().reveal();
  }

  private List<Found> find(String words) {
    return world.directory.find(words, 10);
  }

  private List<String> names(String words) {
    return find(words).stream().map(one -> one.person().name().reveal()).toList();
  }
}
