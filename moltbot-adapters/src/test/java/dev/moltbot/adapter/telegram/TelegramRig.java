package dev.moltbot.adapter.telegram;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.adapter.telegram.FakeBusinessChats.Person;
import dev.moltbot.botapi.BotAddress;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.PolledFarSide;
import dev.moltbot.testkit.RaisedAlerts;
import dev.moltbot.testkit.RecordedAudit;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Telegram channel as the app would install it, in front of the fake. */
final class TelegramRig implements FarSide, PolledFarSide, AutoCloseable {
  static final Person OWNER = new Person(4_711, "Olena");
  static final Person ADA = new Person(5_001, "Ada");
  static final Person STRANGER = new Person(6_666, "Mallory");
  static final String CONNECTION = "own-connection";

  final SettableTime time = new SettableTime();
  final FakeTelegramBusiness telegram = new FakeTelegramBusiness(time);
  final RecordedAudit audit = new RecordedAudit();
  final RaisedAlerts alerts = new RaisedAlerts();
  private final Path folder;
  private Injector injector;
  private int people;

  TelegramRig(Path folder) {
    this.folder = folder;
    this.injector = installed();
    telegram.chats.connects(CONNECTION, OWNER, true, true);
    telegram.chats.opens("with-ada@example.org");
  }

  /** The process died, and came up again on the same folder. */
  void restarts() {
    injector = installed();
  }

  private Injector installed() {
    var bot = new BotAddress(telegram.url(), Secret.of(FakeTelegramBusiness.TOKEN));
    return Guice.createInjector(
        new TelegramModule(new TelegramConfig(bot, OWNER.id())), new Surroundings());
  }

  ChannelReader reader() {
    return one(new TypeLiteral<Set<ChannelReader>>() {});
  }

  ChannelSender sender() {
    return one(new TypeLiteral<Set<ChannelSender>>() {});
  }

  ChannelCheck check() {
    return one(new TypeLiteral<Set<ChannelCheck>>() {});
  }

  private <T> T one(TypeLiteral<Set<T>> type) {
    return injector.getInstance(Key.get(type)).iterator().next();
  }

  ReadResult.Batch read(Cursor from) {
    return (ReadResult.Batch) reader().read(from, 100, Duration.ZERO);
  }

  /** Has Telegram's word on the connection read, as it is before anyone is answered. */
  Cursor settled() {
    return read(Cursor.START).next();
  }

  @Override
  public void receives(int messages) {
    for (int i = 0; i < messages; i++) {
      telegram.chats.writes(CONNECTION, new Person(10_000 + people++, "Somebody"), "hello");
    }
  }

  @Override
  public void repeatsItself() {
    telegram.chats.repeatsEverything();
  }

  @Override
  public void failsOnce() {
    telegram.next("getUpdates", FakeTelegramBusiness.no(500, "Internal Server Error: restart"));
  }

  @Override
  public void cutsAnswerOnce() {
    telegram.next("getUpdates", Reply.cut());
  }

  @Override
  public void throttlesOnce(String retryAfter) {
    telegram.next("getUpdates", FakeTelegramBusiness.throttled(retryAfter));
  }

  @Override
  public void revokes() {
    telegram.revokesAfter(0);
  }

  @Override
  public void revokesAfter(int requests) {
    telegram.revokesAfter(requests);
  }

  /** As after a week: far below where it was. */
  @Override
  public void forgetsCursors() {
    telegram.updates.restartAt(77_001);
  }

  @Override
  public void accepts() {
    settled();
    telegram.nextAsUsual("sendMessage");
  }

  @Override
  public void refuses() {
    settled();
    telegram.next("sendMessage", FakeTelegramBusiness.no(400, "Bad Request: chat not found"));
  }

  @Override
  public void babbles() {
    settled();
    telegram.nextAnswers("sendMessage", Reply.ok("{\"surprise\":[1,2]}"));
  }

  @Override
  public void failsAfterAccepting() {
    settled();
    telegram.nextAnswers("sendMessage", FakeTelegramBusiness.no(502, "Bad Gateway"));
  }

  @Override
  public void hangsUpAfterReading() {
    settled();
    telegram.nextAnswers("sendMessage", Reply.hangUp());
  }

  @Override
  public int messagesSeen() {
    return telegram.calls("sendMessage").size();
  }

  /** The offsets of all polls so far. */
  List<Long> offsets() {
    return telegram.calls("getUpdates").stream()
        .map(call -> FakeJson.number(call, "offset", -1))
        .toList();
  }

  Map<String, Object> lastSend() {
    return telegram.calls("sendMessage").getLast();
  }

  @Override
  public void close() {
    telegram.close();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
      bind(StateFolders.class).toInstance(new StateFolders(folder));
      bind(AuditLog.class).toInstance(audit);
      bind(Alerts.class).toInstance(alerts);
    }
  }
}
