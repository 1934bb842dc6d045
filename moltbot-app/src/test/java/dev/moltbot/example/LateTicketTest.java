package dev.moltbot.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.domain.draft.ReplyWindow;
import dev.moltbot.domain.draft.TextLimit;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.embed.Assistant;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.DraftResult;
import dev.moltbot.port.Drafter;
import dev.moltbot.port.SendOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A channel that takes replies for a while only is known to do so before a draft is made. */
class LateTicketTest {

  @Test
  void makesNoDraftThatNobodyMaySendAndTellsTheOwner() throws SQLException {
    var drafter = new Counted();
    try (TestDatabase server = TestDatabase.fresh()) {
      settle(server, new Window(Duration.ofSeconds(30)), drafter);
      assertThat(drafter.asked.get()).isZero();
      assertThat(server.asOwner("select count(*) from draft")).isEqualTo("0");
      assertThat(server.asOwner("select words from alert"))
          .contains("takes replies for")
          .contains("The message is kept")
          .doesNotContain("ada", "parcel");
    }
  }

  @Test
  void draftsWhileTheWindowIsOpen() throws SQLException {
    var drafter = new Counted();
    try (TestDatabase server = TestDatabase.fresh()) {
      settle(server, new Window(Duration.ofMinutes(30)), drafter);
      assertThat(drafter.asked.get()).isEqualTo(1);
      assertThat(server.asOwner("select count(*) from draft where answer_by is not null"))
          .isEqualTo("1");
    }
  }

  /** The ticket is a minute old by now. */
  private static void settle(TestDatabase server, Window sender, Drafter drafter) {
    var shop = new TicketChannel("shop");
    shop.write("ada", "Where is my parcel?");
    try (Assistant assistant =
        Assistant.on(server.source())
            .channel(shop, sender)
            .drafter(drafter)
            .desk(new Supervisor(List.of("parcel")))
            .build()) {
      assistant.settle();
    }
  }

  private record Window(Duration length) implements ChannelSender {
    @Override
    public AccountId account() {
      return new TicketChannel("shop").account();
    }

    @Override
    public TextLimit limit() {
      return TextLimit.units(500);
    }

    @Override
    public ReplyWindow window() {
      return new ReplyWindow(length);
    }

    @Override
    public SendOutcome deliver(OutboundMessage message) {
      return new SendOutcome.Delivered("answer-1");
    }
  }

  private static final class Counted implements Drafter {
    private final AtomicInteger asked = new AtomicInteger();
    private final Drafter canned = new CannedDrafter();

    @Override
    public String name() {
      return canned.name();
    }

    @Override
    public DraftResult draft(DraftRequest request) {
      asked.incrementAndGet();
      return canned.draft(request);
    }
  }
}
