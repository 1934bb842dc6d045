package dev.moltbot.adapter.viber;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.moltbot.fake.Caller;
import dev.moltbot.fake.LoopbackPort;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Alerts;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.RaisedAlerts;
import dev.moltbot.testkit.ReadableFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.testkit.WebhookFarSide;
import dev.moltbot.wire.HttpClients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/** The Viber channel as the app would install it, in front of the fake. */
final class ViberRig implements FarSide, ReadableFarSide, WebhookFarSide, AutoCloseable {
  /** The recipient of the contracts' messages. */
  static final String ADA = "ada@example.org";

  final FakeViber viber = new FakeViber();
  final SettableTime time = new SettableTime();
  final RaisedAlerts alerts = new RaisedAlerts();
  final Map<String, String> settings = new HashMap<>();
  private final Path folder;
  private ViberModule module;
  private Injector injector;
  private int people;
  private String last = "";

  ViberRig(Path folder) {
    this(folder, LoopbackPort.free());
  }

  ViberRig(Path folder, int port) {
    this.folder = folder;
    viber.subscribes(ADA);
    settings.put(ViberConfig.BOT.key(), FakeViber.BOT);
    settings.put(ViberConfig.SENDER.key(), "Olena");
    settings.put(ViberConfig.TOKEN.key(), FakeViber.TOKEN);
    settings.put(ViberConfig.PORT.key(), Integer.toString(port));
    settings.put(ViberConfig.WEBHOOK.key(), "http://127.0.0.1:" + port + "/viber");
    settings.put(ViberConfig.URL.key(), viber.url().toString());
    module = new ViberModule(config());
    injector = injector();
  }

  /** Read once, as at a start: the webhook is set. */
  ViberRig registered() {
    ReadResult result = read();
    if (!(result instanceof ReadResult.Batch)) {
      throw new AssertionError("not registered: " + result);
    }
    return this;
  }

  void restart() {
    module.close();
    module = new ViberModule(config());
    injector = injector();
  }

  /** Of the settings as they stand now. */
  ViberConfig config() {
    var read = new Settings(settings);
    ViberConfig config = ViberConfig.from(read);
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems());
    }
    return config;
  }

  URI webhook() {
    return config().webhook();
  }

  ChannelReader reader() {
    return only(new TypeLiteral<Set<ChannelReader>>() {});
  }

  ChannelSender sender() {
    return only(new TypeLiteral<Set<ChannelSender>>() {});
  }

  ChannelCheck check() {
    return only(new TypeLiteral<Set<ChannelCheck>>() {});
  }

  ReadResult read() {
    return reader().read(Cursor.START, 1_000, Duration.ZERO);
  }

  ReadResult.Batch batch() {
    return (ReadResult.Batch) read();
  }

  @Override
  public void receives(int messages) {
    for (int i = 0; i < messages; i++) {
      viber.calling.brings(text("person-" + people++ + "=", "hello"));
    }
  }

  String text(String person, String words) {
    return viber.calling.text(person, "Ada", words, time.instant());
  }

  @Override
  public void repeatsItself() {
    viber.calling.repeatsItself();
  }

  @Override
  public int calls(String words) {
    last = text("person=", words);
    return viber.calling.brings(last);
  }

  @Override
  public int callsAgain() {
    return viber.calling.brings(last);
  }

  @Override
  public int callsSignedWrong(String words) {
    String body = text("person=", words);
    try (var stranger = new FakeCalling("another-token")) {
      return viber.calling.brings(body, stranger.sign(body));
    }
  }

  @Override
  public int callsUnsigned(String words) {
    byte[] body = text("person=", words).getBytes(StandardCharsets.UTF_8);
    return Caller.post(Objects.requireNonNull(viber.webhook()), Map.of(), body).status();
  }

  @Override
  public int callsChanged(String words) {
    String body = text("person=", words);
    return viber.calling.brings(body.replace(words, "j" + words.substring(1)), sign(body));
  }

  @Override
  public int callsSigned(String body) {
    return viber.calling.brings(body, sign(body));
  }

  private String sign(String body) {
    return viber.calling.sign(body);
  }

  @Override
  public void accepts() {
    viber.nextSendAsUsual();
  }

  @Override
  public void refuses() {
    viber.nextSendFails(FakeViber.no(6, "notSubscribed"));
  }

  @Override
  public void babbles() {
    viber.nextSendAnswers(Reply.ok("{\"surprise\":[1,2]}"));
  }

  @Override
  public void failsAfterAccepting() {
    viber.nextSendAnswers(Reply.json(503, ""));
  }

  @Override
  public void hangsUpAfterReading() {
    viber.nextSendAnswers(Reply.hangUp());
  }

  @Override
  public int messagesSeen() {
    return viber.sent().size();
  }

  @Override
  public void close() {
    module.close();
    viber.close();
  }

  private Injector injector() {
    return Guice.createInjector(Stage.PRODUCTION, module, new Surroundings());
  }

  private <T> T only(TypeLiteral<Set<T>> type) {
    return injector.getInstance(Key.get(type)).iterator().next();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(LongSupplier.class).toInstance(System::nanoTime);
      bind(Alerts.class).toInstance(alerts);
      bind(StateFolders.class).toInstance(new StateFolders(folder));
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
    }
  }
}
