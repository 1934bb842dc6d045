package dev.moltbot.adapter.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Intake;
import dev.moltbot.port.Quarantined;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exports go in once, whatever happens on the way, and leave nobody work to do. */
class ImportsTest {
  private static final AccountId ACCOUNT = new AccountId(new ChannelId("mail"), "import");
  private static final int MESSAGES = 2_500;
  private static final TriageRules RULES = new TriageRules(TriageRules.Lists.LIKE_PEOPLE);

  private final SettableTime time = new SettableTime();
  private final List<HistoryBatch.Skipped> leftOut = new ArrayList<>();
  private TestDatabase database;
  private Injector stores;

  private final ImportHistory.Watcher watcher =
      new ImportHistory.Watcher() {
        @Override
        public void stored(Imports.Counts soFar, long done) {}

        @Override
        public void setAside(List<Quarantined> unreadable) {}

        @Override
        public void leftOut(List<HistoryBatch.Skipped> skipped) {
          leftOut.addAll(skipped);
        }
      };

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    stores = Guice.createInjector(database.stores());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void importsOnceAndKnowsTheContentNextTime() throws SQLException {
    var first = flow(imports()).read(source("key", MESSAGES), false, watcher);
    assertThat(first.known()).isFalse();
    assertThat(first.counts()).isEqualTo(new Imports.Counts(MESSAGES, MESSAGES, 0, 0, 0));
    var second = flow(imports()).read(source("key", MESSAGES), false, watcher);
    assertThat(second.known()).isTrue();
    assertThat(second.counts()).isEqualTo(first.counts());
    assertThat(database.count("message")).isEqualTo(MESSAGES);
    assertThat(leftOut).containsOnly(new HistoryBatch.Skipped("an announcement", 2)).hasSize(2);
  }

  @Test
  void addsNothingWhenReadAgain() throws SQLException {
    flow(imports()).read(source("key", MESSAGES), false, watcher);
    String before = state();
    var again = flow(imports()).read(source("key", MESSAGES), true, watcher);
    assertThat(again.counts()).isEqualTo(new Imports.Counts(MESSAGES, 0, MESSAGES, 0, 0));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void addsOnlyWhatALongerExportHasMore() throws SQLException {
    flow(imports()).read(source("short", 1_500), false, watcher);
    var longer = flow(imports()).read(source("long", MESSAGES), false, watcher);
    assertThat(longer.counts()).isEqualTo(new Imports.Counts(MESSAGES, 1_000, 1_500, 0, 0));
    assertThat(database.count("message")).isEqualTo(MESSAGES);
  }

  /** The second piece is read before the first one is stored, so it cannot know of it. */
  @Test
  void addsAMessageOnceThatStandsInTwoPieces() throws SQLException {
    List<InboundMessage> all =
        new ArrayList<>(source("any", ImportHistory.BATCH_ENTRIES).messages());
    all.addAll(all.subList(0, 10));
    var twice = new ListedSource("twice", ACCOUNT, all, List.of());
    var result = flow(imports()).read(twice, false, watcher);
    assertThat(result.counts()).isEqualTo(new Imports.Counts(1_010, 1_000, 10, 0, 0));
    assertThat(database.count("message")).isEqualTo(1_000);
  }

  @Test
  void leavesNobodyWorkAndRaisesNoAlert() throws SQLException {
    flow(imports()).read(source("key", 100), false, watcher);
    assertThat(database.asOwner("select count(*) from conversation where due_at is not null"))
        .isEqualTo("0");
    assertThat(database.count("alert")).isZero();
    assertThat(database.asOwner("select count(distinct category) > 0 from message")).isEqualTo("t");
  }

  @Test
  void endsAWaitThatTheExportShowsToBeOver() throws SQLException {
    var asked = Messages.from(ACCOUNT, "ada", "1", "Are you there?", SettableTime.NOON);
    var answered =
        Messages.ownTo(ACCOUNT, "ada", "2", "Yes", SettableTime.NOON.plus(Duration.ofMinutes(1)));
    time.advance(Duration.ofHours(1));
    var screened = new Intake.Screened(asked, RULES.apply(asked), List.of());
    stores
        .getInstance(Conversations.class)
        .store(ACCOUNT, new Intake(List.of(screened), List.of(), Cursor.START), time.instant());
    String due = "select count(*) from conversation where due_at is not null";
    assertThat(database.asOwner(due)).isEqualTo("1");
    flow(imports())
        .read(new ListedSource("k", ACCOUNT, List.of(answered), List.of()), false, watcher);
    assertThat(database.asOwner(due)).isEqualTo("0");
  }

  @Test
  void endsTheSameWhereverItDied() throws SQLException {
    flow(imports()).read(source("whole", MESSAGES), false, watcher);
    String whole = state();
    int deaths = 0;
    for (int call = 1; dies(call); call++) {
      deaths++;
      assertThat(state()).isEqualTo(whole);
    }
    assertThat(deaths).isGreaterThanOrEqualTo(14);
    assertThat(stores.getInstance(AuditLog.class).verify().valid()).isTrue();
  }

  /** Dies at this call, before or after it took effect; then lives again. */
  private boolean dies(int call) throws SQLException {
    fresh();
    try {
      flow(mortal(call)).read(source("whole", MESSAGES), false, watcher);
      return false;
    } catch (DeathError expected) {
      flow(imports()).read(source("whole", MESSAGES), false, watcher);
      return true;
    }
  }

  private void fresh() {
    close();
    open();
  }

  @Test
  void takesBackWhatItBroughtAndNothingElse() throws SQLException {
    flow(imports()).read(source("other", 10), false, watcher);
    String before = state();
    flow(imports()).read(source("key", 100), false, watcher);
    assertThat(imports().undo("key", time.instant())).contains(90L);
    assertThat(state()).isEqualTo(before);
    assertThat(imports().undo("key", time.instant())).isEmpty();
    assertThat(imports().find("key")).isEmpty();
  }

  /** The account's own cursor belongs to the live reader. */
  @Test
  void leavesTheAccountsCursorAlone() throws SQLException {
    flow(imports()).read(source("key", 10), false, watcher);
    assertThat(database.asOwner("select cursor from account")).isEqualTo("");
  }

  private static final class DeathError extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Every call counts twice: there is a death before it and one after it. */
  private Imports mortal(int diesAt) {
    var calls = new AtomicInteger(); // The next batch is read while the last one is stored.
    return (Imports)
        Proxy.newProxyInstance(
            Imports.class.getClassLoader(),
            new Class<?>[] {Imports.class},
            (proxy, method, arguments) -> {
              live(calls.incrementAndGet(), diesAt);
              Object result;
              try {
                result = method.invoke(imports(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              live(calls.incrementAndGet(), diesAt);
              return result;
            });
  }

  private static void live(int call, int diesAt) {
    if (call >= diesAt) {
      throw new DeathError();
    }
  }

  private ImportHistory flow(Imports imports) {
    return new ImportHistory(imports, RULES, time);
  }

  private Imports imports() {
    return stores.getInstance(Imports.class);
  }

  private String state() throws SQLException {
    return database.asOwner(
        """
        select md5(string_agg(m.native_id || m.body || m.sent_at || m.category
                || coalesce(h.value || h.name, '-'), '|' order by m.native_id))
            || (select count(*) from handle) || ' ' || (select count(*) from conversation)
        from message m left join handle h on h.handle_id = m.handle_id
        """);
  }

  private static ListedSource source(String key, int messages) {
    List<InboundMessage> all =
        IntStream.range(0, messages)
            .mapToObj(i ->
                Messages.from(
                    ACCOUNT,
                    "friend-" + i % 50,
                    "id-" + i,
                    "words " + i + (i % 3 == 0 ? "?" : ""),
                    SettableTime.NOON.plusSeconds(i)))
            .toList();
    return new ListedSource(key, ACCOUNT, all, List.of());
  }
}
