package dev.moltbot.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Ids;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Leftovers;
import dev.moltbot.testkit.CountingIds;
import dev.moltbot.testkit.SettableTime;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * All five hops, with a crash before every single call through a port, on the real database. One
 * database serves all of them: each crash has an account of its own.
 *
 * <p>A build takes every eleventh call, each way beginning at another one; {@code
 * -Dmoltbot.crash.stride=1} takes them all, as CI does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCrashTest {
  private static final int STRIDE = Integer.getInteger("moltbot.crash.stride", 11);
  private static final String ARRIVED = "ChannelSender.send | Approvals.settle";

  private final SettableTime time = new SettableTime();
  private final Ids ids = new CountingIds();
  private TestDatabase database;
  private Injector stores;

  @BeforeAll
  void open() {
    database = TestDatabase.fresh();
    stores = Guice.createInjector(database.stores());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void sendsTheSameWhereverItDiedAndAsksOnlyWhereItCannotKnow() throws SQLException {
    everyDeath(new Way(true, false, false));
  }

  /** Alone on its database it need not wait for a dead process's time to be over. */
  @Test
  void asksTheOwnerWhereTheChannelCannotTellAndGoesOnAtOnceWhereItIsAlone() throws SQLException {
    everyDeath(new Way(false, true, false));
  }

  /** The owner's word is one transaction: there is no place where it could be half heard. */
  @Test
  void keepsTheOwnersWordThatItWasSentByHandWhereverItDied() throws SQLException {
    everyDeath(new Way(false, true, true));
    String kept =
        "select count(*) = count(distinct m.conversation_id) from message m where m.by_hand";
    assertThat(database.asOwner(kept)).isEqualTo("t");
    String queued = "select count(*) from approval where outcome is distinct from 'delivered'";
    assertThat(database.asOwner(queued + " and detail like 'by hand%'")).isEqualTo("0");
  }

  /** The check is shown to be able to fail: a claim put back into the queue is sent twice. */
  @Test
  void wouldNoticeAClaimThatIsTakenAgain() throws SQLException {
    var way = new Way(false, true, false);
    var world = world("planted", way);
    var mortal = Mortal.between(ARRIVED);
    assertThatThrownBy(() -> life(world, mortal, way).run(Life.STEP))
        .isInstanceOf(Mortal.Death.class);
    database.asOwner("update approval set claimed_at = null where outcome is null");
    life(world, Mortal.immortal(), way).run(Life.STEP);
    assertThat(world.sent()).hasSize(ScriptedWorld.EXPECTED.size() + 1);
    assertThatThrownBy(() -> allIsWell(world, "planted", 0)).isInstanceOf(AssertionError.class);
  }

  /**
   * How the story goes on.
   *
   * @param canLookUp whether the channel can say what arrived
   * @param alone whether the next life clears what the last one left
   * @param byHand whether only the owner can send
   */
  private record Way(boolean canLookUp, boolean alone, boolean byHand) {
    /** Another one for each way, so that together they leave out no kind of call. */
    long firstCall() {
      return 1L + (canLookUp ? 0 : byHand ? 1 : 2) % STRIDE;
    }

    String account(String when) {
      return when
          + (canLookUp ? "-found" : "-asked")
          + (alone ? "-alone" : "")
          + (byHand ? "-hand" : "");
    }
  }

  private void everyDeath(Way way) throws SQLException {
    var world = world("whole", way);
    life(world, Mortal.immortal(), way).run(Life.STEP);
    allIsWell(world, "no crash", 0);
    assertThat(world.askedAgain()).isZero();
    assertThat(world.told().stream().filter(words -> words.contains("cannot send on this channel")))
        .hasSize(way.byHand() ? ScriptedWorld.EXPECTED.size() : 0);
    long call = way.firstCall();
    while (dies(call, way)) {
      call += STRIDE;
    }
    assertThat(call).isGreaterThan(way.byHand() ? 150 : 200);
    assertThat(stores.getInstance(AuditLog.class).verify().valid()).isTrue();
  }

  /** False when the call is never made. */
  private boolean dies(long call, Way way) throws SQLException {
    var mortal = Mortal.before(call);
    var world = world("call-" + call, way);
    try {
      life(world, mortal, way).run(Life.STEP);
      return false;
    } catch (Mortal.Death death) {
      String when = "crash " + call + ": " + mortal.death();
      if (way.alone()) {
        stores.getInstance(Leftovers.class).clear(time.instant());
      }
      life(world, Mortal.immortal(), way).run(way.alone() ? Life.MOMENT : Life.STEP);
      allIsWell(world, when, way.canLookUp() || !when.endsWith(ARRIVED) ? 0 : 1);
      assertThat(world.askedAgain()).as(when).isLessThanOrEqualTo(doubts(mortal, way));
      return true;
    }
  }

  /** Only between the claim and its settling is there anything to be in doubt about. */
  private static int doubts(Mortal mortal, Way way) {
    return switch (mortal.death()) {
      case "Approvals.claimNext | ChannelSender.send" -> 1;
      case ARRIVED -> way.canLookUp() ? 0 : 1;
      default -> 0;
    };
  }

  /**
   * @param lostSight how many arrived without anybody but the owner being able to tell
   */
  private void allIsWell(ScriptedWorld world, String when, int lostSight) throws SQLException {
    assertThat(world.sent())
        .as(when)
        .containsExactlyInAnyOrderElementsOf(ScriptedWorld.EXPECTED.entrySet());
    Ledger.Tally tally = stores.getInstance(Ledger.class).tally();
    assertThat(tally.open() + tally.due() + tally.unsettled()).as(when).isZero();
    // Perhaps twice, never not at all.
    assertThat(world.answers()).as(when).contains(ScriptedWorld.ANSWER);
    var sent = world.closed().values().stream().filter(CardState.Sent.class::isInstance);
    assertThat(sent).as(when).hasSize(ScriptedWorld.EXPECTED.size() - lostSight);
    // A reply in words to a card that was shown twice finds only the second.
    assertThat(world.closed().size())
        .as(when)
        .isGreaterThanOrEqualTo(world.shown() - (when.contains("ask | ") ? 1 : 0));
    String stale = "select count(*) from request where shown_state <> state";
    assertThat(database.asOwner(stale)).as(when).isEqualTo("0");
    String stored =
        "select count(*) from message m"
            + " join conversation c on c.conversation_id = m.conversation_id"
            + " join account a on a.account_id = c.account_id"
            + " where not m.by_us and a.channel = '"
            + world.account.channel()
            + "'";
    assertThat(database.asOwner(stored)).as(when).isEqualTo("4");
  }

  private ScriptedWorld world(String when, Way way) {
    return new ScriptedWorld(way.account(when), way.byHand(), time.instant());
  }

  private Life life(ScriptedWorld world, Mortal mortal, Way way) {
    return new Life(stores, world, mortal, way.canLookUp(), new Life.Around(time, ids));
  }
}
