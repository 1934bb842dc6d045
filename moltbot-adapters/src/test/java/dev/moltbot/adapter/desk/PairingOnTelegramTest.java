package dev.moltbot.adapter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.desk.FakePeople.Person;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.AuditEvent.PairingRefused;
import dev.moltbot.domain.pairing.Pairing;
import dev.moltbot.domain.pairing.StartWord;
import dev.moltbot.flow.PairOwner;
import dev.moltbot.flow.PairOwner.Seen;
import dev.moltbot.port.Doorstep;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.testkit.RecordedAudit;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who becomes the owner, over real HTTP: whoever has the link first, in time, in private. */
class PairingOnTelegramTest {
  private static final Instant NOW = SettableTime.NOON;
  private static final Person OLENA = DeskOnTelegram.OWNER;
  private static final Person SECOND = DeskOnTelegram.STRANGER;

  private final DeskOnTelegram it = new DeskOnTelegram();
  private final StartWord word = StartWord.of(new byte[StartWord.BYTES]);
  private final String start = "/start " + word.reveal();
  private final RecordedAudit audit = new RecordedAudit();
  private final SettableTime time = new SettableTime();
  private final Doorstep door = door(DeskOnTelegram.TOKEN);
  private final PairOwner pairing = pairing();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void takesTheFirstWhoFollowsTheLinkOnceItIsConfirmed() {
    it.people().writes(OLENA, start);
    Seen.Candidate seen = candidate(look());
    assertThat(seen.knock().user()).isEqualTo(OLENA.id());
    assertThat(seen.knock().name().reveal()).isEqualTo("Olena");
    assertThat(audit.events()).isEmpty();
    assertThat(pairing.confirm(seen)).isTrue();
    assertThat(audit.events())
        .containsExactly(
            new AuditEvent.OwnerPaired(door.account().toString(), Long.toString(OLENA.id())));
    assertThat(it.last().text()).startsWith("Paired.");
    assertThat(pairing.wordIsOut()).isFalse();
  }

  @Test
  void refusesASecondUserAndASecondUse() {
    it.people().writes(OLENA, start);
    it.people().writes(SECOND, start);
    it.people().writes(OLENA, start);
    assertThat(candidate(look()).knock().user()).isEqualTo(OLENA.id());
    assertThat(refusals()).containsExactly("a second user", "the link used again");
    assertThat(pairing.wordIsOut()).isTrue();
    assertThat(it.telegram.requests("sendMessage")).isEmpty();
  }

  @Test
  void recordsASecondUserWhoComesWhileThePersonAtTheTerminalThinks() {
    it.people().writes(OLENA, start);
    Seen.Candidate seen = candidate(look());
    it.people().writes(SECOND, start);
    pairing.confirm(seen);
    assertThat(refusals()).containsExactly("a second user");
    assertThat(audit.events().getLast()).isInstanceOf(AuditEvent.OwnerPaired.class);
    assertThat(pairing.wordIsOut()).isTrue();
  }

  @Test
  void refusesAGroupAForwardAnEditAndAllElse() {
    it.people().writesInGroup(OLENA, start);
    it.people().writesAnonymously(start);
    it.people().forwards(OLENA, SECOND, start);
    it.people().edits(OLENA, it.people().writes(OLENA, "/start"), start);
    it.people().writesVia(OLENA, new Person(99, "Helper"), start);
    it.people().posts(start);
    it.people().asksInline(OLENA, start);
    it.people().changesMembership(OLENA);
    it.people().sends("message", Map.of("text", start));
    assertThat(look()).isEqualTo(new Seen.Nobody());
    assertThat(refusals())
        .containsExactly(
            "a message in a group",
            "a message in a group",
            "a forwarded message",
            "a message without the link's word",
            "an edited message",
            "something else than a message",
            "something else than a message without the link's word",
            "something else than a message without the link's word",
            "something else than a message without the link's word",
            "a message in a group");
  }

  @Test
  void refusesEveryOtherWord() {
    String right = word.reveal();
    List<String> wrong =
        List.of(
            "/start",
            right,
            "/start  " + right,
            "/start " + right + " ",
            "/START " + right,
            "/start@moltbot_desk_bot " + right,
            "/start " + right.substring(1),
            "/start " + right + "A",
            "/start B" + right.substring(1));
    wrong.forEach(words -> it.people().writes(OLENA, words));
    it.people().sendsPhoto(OLENA);
    assertThat(look()).isEqualTo(new Seen.Nobody());
    assertThat(refusals()).hasSize(wrong.size() + 1).allMatch(why -> why.endsWith("word"));
    assertThat(pairing.wordIsOut()).isFalse();
  }

  @Test
  void refusesALateOne() {
    time.set(NOW.plus(Pairing.LIFETIME).minusMillis(1));
    assertThat(look()).isEqualTo(new Seen.Nobody());
    time.set(NOW.plus(Pairing.LIFETIME));
    it.people().writes(OLENA, start);
    assertThat(look()).isInstanceOf(Seen.Over.class);
    assertThat(refusals()).containsExactly("a link that had run out");
  }

  @Test
  void leavesEverythingForTheDesk() {
    it.people().writes(SECOND, "hello");
    it.people().writes(OLENA, start);
    pairing.confirm(candidate(look()));
    it.people().writes(OLENA, "/pending");
    assertThat(it.telegram.unacknowledged()).isEqualTo(3);
    assertThat(it.hear())
        .hasSize(3)
        .endsWith(new OwnerAction.Commanded(OwnerAction.Command.PENDING));
  }

  @Test
  void looksBehindACrowdOnceItIsOnRecord() {
    for (int i = 0; i < Doorstep.MAX_KNOCKS + 20; i++) {
      it.people().writes(SECOND, "hello " + i);
    }
    it.people().writes(OLENA, start);
    assertThat(look()).isEqualTo(new Seen.Nobody());
    assertThat(refusals()).hasSize(Doorstep.MAX_KNOCKS);
    assertThat(it.telegram.unacknowledged()).isEqualTo(Doorstep.MAX_KNOCKS + 21);
    assertThat(candidate(look()).knock().user()).isEqualTo(OLENA.id());
    assertThat(refusals()).hasSize(Doorstep.MAX_KNOCKS + 20);
  }

  @Test
  void recordsEachKnockOnceHoweverOftenItIsSeen() {
    it.people().writes(SECOND, "hello");
    look();
    look();
    assertThat(refusals()).hasSize(1);
    assertThat(pairing.refused()).isEqualTo(1);
  }

  @Test
  void putsOnRecordWhoWasTurnedAwayAtTheTerminal() {
    it.people().writes(SECOND, start);
    pairing.turnAway(candidate(look()));
    assertThat(refusals()).containsExactly("not confirmed at the terminal");
    it.people().writes(OLENA, start);
    assertThat(look()).isEqualTo(new Seen.Nobody());
  }

  @Test
  void tellsThatAnotherProgramPollsTheBot() {
    it.telegram.failNext("getUpdates", FakeFault.otherPoller());
    assertThat(look())
        .isInstanceOfSatisfying(
            Seen.Unreachable.class,
            seen -> assertThat(seen.reason()).contains("Another program polls"));
    it.telegram.setWebhook(true);
    assertThat(look()).isInstanceOf(Seen.Stopped.class);
  }

  @Test
  void saysWhichBotItIsAndWhatIsWrongWithItsToken() {
    assertThat(door.name()).isEqualTo(new Doorstep.Named.Bot("moltbot_desk_bot"));
    assertThat(door("1:wrong").name())
        .isInstanceOfSatisfying(
            Doorstep.Named.Stopped.class,
            stopped -> assertThat(stopped.remedy()).contains("BotFather"));
  }

  @Test
  void namesNobodyInTheRecord() {
    it.people().writes(SECOND, "hello");
    look();
    assertThat(audit.events().toString())
        .doesNotContain(Long.toString(SECOND.id()))
        .doesNotContain(SECOND.name());
  }

  private PairOwner pairing() {
    return new PairOwner(door, audit, time, new Pairing(word, NOW));
  }

  private Doorstep door(String token) {
    var config = new DeskConfig(it.telegram.baseUrl(), Secret.of(token), 1, 1, ZoneOffset.UTC);
    return DeskModule.doorstep(config, new HttpClients(call -> {}, System::nanoTime));
  }

  private Seen look() {
    return pairing.look(Duration.ZERO);
  }

  private List<String> refusals() {
    return audit.events().stream()
        .filter(PairingRefused.class::isInstance)
        .map(event -> ((PairingRefused) event).kind())
        .toList();
  }

  private static Seen.Candidate candidate(Seen seen) {
    assertThat(seen).isInstanceOf(Seen.Candidate.class);
    return (Seen.Candidate) seen;
  }
}
