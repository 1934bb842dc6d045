package dev.moltbot.adapter.linkedin;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.setting.Settings;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.PolledFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** LinkedIn as the app would install it, in front of the fake. */
final class LinkedInRig implements FarSide, PolledFarSide, AutoCloseable {
  final FakeLinkedIn linkedin = new FakeLinkedIn();
  final SettableTime time = new SettableTime();
  private final Path state;
  private final Injector injector;
  private int received;

  /** With every permission. */
  LinkedInRig(Path state) {
    this(
        state,
        Map.of(
            "MOLTBOT_LINKEDIN_READ_TOKEN", FakeLinkedIn.READ_TOKEN,
            "MOLTBOT_LINKEDIN_SEND_TOKEN", FakeLinkedIn.SEND_TOKEN));
  }

  LinkedInRig(Path state, Map<String, String> permissions) {
    this.state = state;
    injector = Guice.createInjector(module(permissions), new Surroundings());
  }

  private LinkedInModule module(Map<String, String> permissions) {
    var values = new LinkedHashMap<>(permissions);
    values.put("MOLTBOT_LINKEDIN_PROFILE", "olena-example");
    values.put("MOLTBOT_LINKEDIN_URL", linkedin.url().toString());
    return new LinkedInModule(LinkedInConfig.from(new Settings(values)));
  }

  Set<ChannelReader> readers() {
    return injector.getInstance(Key.get(new TypeLiteral<Set<ChannelReader>>() {}));
  }

  ChannelReader reader() {
    return readers().iterator().next();
  }

  ChannelSender sender() {
    return injector
        .getInstance(Key.get(new TypeLiteral<Set<ChannelSender>>() {}))
        .iterator()
        .next();
  }

  ChannelCheck.Health health() {
    return injector
        .getInstance(Key.get(new TypeLiteral<Set<ChannelCheck>>() {}))
        .iterator()
        .next()
        .check();
  }

  long now() {
    return time.instant().toEpochMilli();
  }

  /** LinkedIn is asked once an hour; what comes later is seen in the next one. */
  @Override
  public void receives(int messages) {
    anHourLater();
    for (int i = 0; i < messages; i++) {
      received++;
      linkedin.receives("p" + received, "2-m" + received, "Could you come at six?", now());
    }
  }

  @Override
  public void repeatsItself() {
    anHourLater();
    linkedin.repeatsItself(now());
  }

  private void anHourLater() {
    if (received > 0) {
      time.advance(LinkedInReader.PACE);
    }
  }

  @Override
  public void failsOnce() {
    linkedin.service().next(FakeLinkedIn::isRead, Reply.json(500, "{\"status\":500}"));
  }

  @Override
  public void cutsAnswerOnce() {
    linkedin.service().next(FakeLinkedIn::isRead, Reply.cut());
  }

  @Override
  public void throttlesOnce(String retryAfter) {
    Reply no = Reply.json(429, "{\"status\":429,\"message\":\"Resource level throttle limit\"}");
    linkedin
        .service()
        .next(FakeLinkedIn::isRead, retryAfter.isEmpty() ? no : no.with("Retry-After", retryAfter));
  }

  @Override
  public void revokes() {
    linkedin.revokesAfter(0);
  }

  @Override
  public void revokesAfter(int requests) {
    linkedin.revokesAfter(requests);
  }

  /** Positions are times, and times are not forgotten; what is too old has a test of its own. */
  @Override
  public void forgetsCursors() {}

  @Override
  public void accepts() {
    linkedin.service().nextAsUsual(FakeLinkedIn::isSend);
  }

  @Override
  public void refuses() {
    linkedin.service().next(FakeLinkedIn::isSend, Reply.json(422, "{\"status\":422}"));
  }

  @Override
  public void babbles() {
    linkedin.service().next(FakeLinkedIn::isSend, Reply.ok("{\"surprise\":[1,2]}"));
  }

  @Override
  public void failsAfterAccepting() {
    linkedin.service().nextCarriedOut(FakeLinkedIn::isSend, Reply.json(503, "{\"status\":503}"));
  }

  @Override
  public void hangsUpAfterReading() {
    linkedin.service().next(FakeLinkedIn::isSend, Reply.hangUp());
  }

  @Override
  public int messagesSeen() {
    return (int) linkedin.service().requests().stream().filter(FakeLinkedIn::isSend).count();
  }

  int reads() {
    return (int) linkedin.service().requests().stream().filter(FakeLinkedIn::isRead).count();
  }

  @Override
  public void close() {
    linkedin.close();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(StateFolders.class).toInstance(new StateFolders(state));
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
      Multibinder.newSetBinder(binder(), ChannelReader.class);
    }
  }
}
