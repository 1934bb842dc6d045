package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.adapter.telegram.FakeBusinessChats.Person;
import dev.moltbot.botapi.BotAddress;
import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.draft.ReplyDecision;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.flow.CollectMessages;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.DraftTask;
import dev.moltbot.port.Intake;
import dev.moltbot.port.StoreUnavailable;
import dev.moltbot.state.StateFolders;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channel in front of a real store: Telegram keeps a message until the store has it. */
class CommittedFirstTest {
  private static final Person OWNER = new Person(4_711, "Olena");
  private static final Person ADA = new Person(5_001, "Ada");
  private static final Person MALLORY = new Person(6_666, "Mallory");

  @TempDir private Path folder;
  private final TestDatabase database = TestDatabase.fresh();
  private final FakeTelegramBusiness telegram = new FakeTelegramBusiness(InstantSource.system());
  private Injector injector;

  @BeforeEach
  void install() {
    var bot = new BotAddress(telegram.url(), Secret.of(FakeTelegramBusiness.TOKEN));
    injector =
        Guice.createInjector(
            database.stores(),
            new TelegramModule(new TelegramConfig(bot, OWNER.id())),
            binder -> {
              binder.bind(InstantSource.class).toInstance(InstantSource.system());
              binder.bind(StateFolders.class).toInstance(new StateFolders(folder));
              binder
                  .bind(HttpClients.class)
                  .toInstance(new HttpClients(call -> {}, System::nanoTime));
            });
    telegram.chats.connects("own", OWNER, true, true);
    collector(stores()).collect(Duration.ZERO);
  }

  @AfterEach
  void close() {
    telegram.close();
    database.close();
  }

  @Test
  void losesNothingToAStoreThatFailsAndStoresNothingTwice() {
    telegram.chats.writes("own", ADA, "one");
    telegram.chats.writes("own", ADA, "two");
    CollectMessages failing = collector(new Failing());
    assertThatThrownBy(() -> failing.collect(Duration.ZERO)).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(() -> failing.collect(Duration.ZERO)).isInstanceOf(StoreUnavailable.class);
    assertThat(telegram.updates.size()).isEqualTo(2);

    CollectMessages working = collector(stores());
    working.collect(Duration.ZERO);
    assertThat(telegram.updates.size()).isEqualTo(2);
    working.collect(Duration.ZERO);

    assertThat(telegram.updates.size()).isZero();
    assertThat(entries("MessagesRead")).hasSize(1).first().asString().contains("\"added\":2");
  }

  @Test
  void takesAMessageTwiceForOneWhenTheUpdateComesAgain() {
    telegram.chats.writes("own", ADA, "one");
    collector(stores()).collect(Duration.ZERO);
    telegram.chats.repeatsEverything();
    collector(stores()).collect(Duration.ZERO);
    assertThat(entries("MessagesRead")).hasSize(2).first().asString().contains("\"added\":1");
    assertThat(entries("MessagesRead").getLast()).contains("\"added\":0", "\"duplicates\":1");
  }

  @Test
  void tellsTheOwnerOnceThatSomebodyElseConnectedTheBot() {
    telegram.chats.connects("foreign-1", MALLORY, true, true);
    telegram.chats.connects("foreign-2", MALLORY, true, true);
    telegram.chats.writes("foreign-1", ADA, "not for the owner");
    collector(stores()).collect(Duration.ZERO);

    Alerts alerts = injector.getInstance(Alerts.class);
    Alert alert = alerts.nextUntold(Duration.ofHours(1), Instant.now()).orElseThrow();
    assertThat(alert.kind()).isEqualTo(Alert.Kind.STRANGER);
    assertThat(alerts.nextUntold(Duration.ofHours(1), Instant.now())).isEmpty();
    assertThat(entries("StrangerIgnored")).hasSize(2);
    assertThat(entries("MessagesRead")).isEmpty();
  }

  private Conversations stores() {
    return injector.getInstance(Conversations.class);
  }

  private CollectMessages collector(Conversations conversations) {
    return new CollectMessages(
        injector.getInstance(Key.get(new TypeLiteral<Set<ChannelReader>>() {})).iterator().next(),
        conversations,
        injector.getInstance(Accounts.class),
        new TriageRules(TriageRules.Lists.FOR_INFORMATION),
        InstantSource.system());
  }

  /** What the record holds of one type. */
  private List<String> entries(String type) {
    return injector.getInstance(AuditLog.class).after(0, 1_000).stream()
        .filter(entry -> entry.type().equals(type))
        .map(AuditEntry::payload)
        .toList();
  }

  /** A store that is away when it is needed. */
  private static final class Failing implements Conversations {
    @Override
    public Intake.Stored store(AccountId account, Intake intake, Instant now) {
      throw new StoreUnavailable("away", new IllegalStateException("planted"));
    }

    @Override
    public Optional<DraftTask> claimDue(Duration lease, Instant now) {
      return Optional.empty();
    }

    @Override
    public void postpone(DraftTask task, ReplyDecision.Wait wait) {}
  }
}
