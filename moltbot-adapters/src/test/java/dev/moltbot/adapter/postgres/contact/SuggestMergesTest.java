package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.naming.NameSpellings;
import dev.moltbot.testkit.SettableTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may be one person is found in the store, kept once, and never again after a refusal. */
class SuggestMergesTest {
  private static final List<String> GIVEN =
      List.of("Ann", "Marko", "Olena", "Peter", "Ivan", "Zoe", "Lars", "Maria", "Goran", "Ruth");
  private static final List<String> HEADS =
      List.of(
          "Wal", "Brin", "Kost", "Mor", "Fen", "Gru", "Pell", "Tav", "Yor", "Zim", "Hark", "Dov",
          "Lun", "Ost");
  private static final List<String> TAILS =
      List.of(
          "dorf", "enko", "ington", "etti", "aksson", "oglu", "wicz", "shaw", "inho", "uchi",
          "berg", "mark", "strand");

  private static final String COUNT = "select count(*) from suggestion";

  private final TestDatabase database = TestDatabase.fresh();
  private final SettableTime time = new SettableTime();
  private final PostgresContacts contacts = new PostgresContacts(database.database());
  private final PostgresLookalikes store = new PostgresLookalikes(database.database());
  private final SuggestMerges suggest = new SuggestMerges(store, new NameSpellings(), time);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void suggestsOneRareNameOnTwoChannelsInTwoScripts() throws SQLException {
    observe(crowd());
    observe(
        person("telegram", "ys1", "Юлія Щербак"), person("linkedin", "ys2", "Yuliya Shcherbak"));
    assertThat(suggest.suggest()).isEqualTo(1);
    assertThat(database.asOwner("select array_to_string(reasons, '; ') from suggestion"))
        .contains("same family name")
        .doesNotContainIgnoringCase("shcherbak");
  }

  @Test
  void doesNotSuggestOnACommonNameAlone() {
    var people = crowd();
    for (int i = 0; i < 20; i++) {
      people.add(person("telegram", "10000" + i, "John Smith"));
    }
    observe(people);
    assertThat(suggest.suggest()).isZero();
  }

  @Test
  void suggestsTheSameBirthdayUnderAShortName() {
    observe(crowd());
    observe(
        card("1", "Robert Hale", "1971-06-24"),
        card("2", "Bob Hale", "1971-06-24"),
        card("3", "Robert Hale", "1988-01-30"));
    suggest.suggest();
    assertThat(pairs()).contains("1 2").doesNotContain("1 3");
  }

  @Test
  void keepsASuggestionOnce() {
    observe(
        person("telegram", "ys1", "Юлія Щербак"), person("linkedin", "ys2", "Yuliya Shcherbak"));
    suggest.suggest();
    observe(crowd());
    assertThat(suggest.suggest()).isZero();
  }

  @Test
  void neverSuggestsAgainWhomTheOwnerKeptApart() throws SQLException {
    observe(
        person("telegram", "ys1", "Юлія Щербак"), person("linkedin", "ys2", "Yuliya Shcherbak"));
    suggest.suggest();
    database.asOwner(
        "insert into apart select first_id, second_id, now() from suggestion returning 1");
    database.asOwner("delete from suggestion returning 1");
    assertThat(suggest.suggest()).isZero();
    assertThat(database.asOwner(COUNT)).isEqualTo("0");
  }

  @Test
  void doesNothingWhileNothingWasLearned() {
    observe(crowd());
    suggest.suggest();
    String before = store.state();
    assertThat(suggest.suggest()).isZero();
    assertThat(store.state()).isEqualTo(before);
    observe(person("telegram", "new", "Someone Else"));
    assertThat(store.state()).isNotEqualTo(before);
  }

  /** Strangers with names of their own. */
  private static List<Identity> crowd() {
    var people = new ArrayList<Identity>();
    for (int i = 0; i < 182; i++) {
      String family = HEADS.get(i % HEADS.size()) + TAILS.get(i / HEADS.size());
      people.add(person("mail", "p" + i, GIVEN.get(i % GIVEN.size()) + " " + family));
    }
    return people;
  }

  private static Identity person(String channel, String id, String name) {
    return Identity.of(
        new Handle(new ChannelId(channel), id), new UntrustedText(name), SettableTime.NOON);
  }

  private static Identity card(String id, String name, String birthday) {
    Detail day = new Detail(Detail.Kind.BIRTHDAY, new UntrustedText(birthday));
    return new Identity(
        new Handle(new ChannelId("cards"), id),
        new UntrustedText(name),
        Set.<Mark>of(),
        List.of(day),
        SettableTime.NOON);
  }

  private void observe(Identity... people) {
    observe(List.of(people));
  }

  private void observe(List<Identity> people) {
    contacts.observe(people, "test", time.instant());
  }

  private List<String> pairs() {
    return database
        .database()
        .look(tx ->
            tx.all(
                """
                select least(f.value, s.value) || ' ' || greatest(f.value, s.value) as pair
                from suggestion g join handle f on f.handle_id = first_id
                join handle s on s.handle_id = second_id
                """,
                row -> row.text("pair")));
  }
}
