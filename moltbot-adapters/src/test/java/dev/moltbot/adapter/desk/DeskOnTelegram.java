package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.FakePeople.Person;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.port.ShownCard;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** A desk and the fake it talks to. */
final class DeskOnTelegram implements AutoCloseable {
  static final String TOKEN = "123456:canary-token";
  static final Person OWNER = new Person(4711, "Olena");
  static final Person STRANGER = new Person(4712, "Olena");

  final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  final ApprovalDesk desk = newDesk();
  private Cursor cursor = Cursor.START;

  /** Another desk of the same owner, as after a restart. */
  ApprovalDesk newDesk() {
    return newDesk(TOKEN);
  }

  ApprovalDesk newDesk(String token) {
    DeskConfig config =
        new DeskConfig(
            telegram.baseUrl(), Secret.of(token), OWNER.id(), OWNER.id(), ZoneOffset.UTC);
    return new DeskModule(config).desk(new HttpClients(call -> {}, System::nanoTime));
  }

  /** What happened since the last time, acknowledged. */
  List<OwnerAction> hear() {
    Heard.Actions heard = (Heard.Actions) desk.listen(cursor, Duration.ZERO);
    cursor = heard.next();
    return heard.actions();
  }

  FakePeople people() {
    return telegram.people();
  }

  FakeTelegram.Shown last() {
    return telegram.last(OWNER.id());
  }

  static ShownCard shown(DeskResult result) {
    return ((DeskResult.Shown) result).where();
  }

  @Override
  public void close() {
    telegram.close();
  }
}
