package dev.moltbot.adapter.postgres.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.contact.Detail;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.testkit.SettableTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What somebody is found by grows with what is learned, and a single message takes nothing away.
 */
class RefoldingTest {
  private static final Handle TELEGRAM = new Handle(new ChannelId("telegram"), "7001");
  private static final Instant NOON = SettableTime.NOON;

  private final TestDatabase database = TestDatabase.fresh();
  private final PostgresContacts contacts = new PostgresContacts(database.database());
  private final PostgresDirectory directory = new PostgresDirectory(database.database());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void findsByANicknameThatCameAfterTheHandle() {
    observe("Robert Dašić", NOON);
    assertThat(finds("buddy")).isFalse();
    observe("Robert Dašić", NOON, nickname("Buddy"));
    assertThat(finds("buddy")).isTrue();
    assertThat(finds("dasic")).isTrue();
  }

  @Test
  void keepsTheNicknameWhenTheNameChanges() {
    observe("Robert Dašić", NOON, nickname("Buddy"));
    observe("Роберт Дашич", NOON.plusSeconds(1));
    assertThat(finds("buddy")).isTrue();
    assertThat(finds("dashych")).isTrue();
  }

  @Test
  void aLaterMessageUnderTheSameNameCountsForTheOrderOfNames() {
    observe("Robert", NOON);
    observe("Robert", NOON.plusSeconds(2));
    observe("Bob", NOON.plusSeconds(1));
    assertThat(contacts.contactOf(TELEGRAM).orElseThrow().name().reveal()).isEqualTo("Robert");
    observe("Bob", NOON.plusSeconds(3));
    assertThat(contacts.contactOf(TELEGRAM).orElseThrow().name().reveal()).isEqualTo("Bob");
  }

  private boolean finds(String words) {
    return !directory.find(words, 5).isEmpty();
  }

  private static Detail nickname(String words) {
    return new Detail(Detail.Kind.NICKNAME, new UntrustedText(words));
  }

  private void observe(String name, Instant at, Detail... details) {
    var one = new Identity(TELEGRAM, new UntrustedText(name), Set.of(), List.of(details), at);
    contacts.observe(List.of(one), "test", NOON.plusSeconds(60));
  }
}
