package dev.moltbot.adapter.instagram;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.StateFolder;
import dev.moltbot.state.StateFolders;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.PolledFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The Instagram channel as the app would install it, in front of the fake. Waiting moves time. */
final class InstagramRig implements FarSide, PolledFarSide, AutoCloseable {
  /** Whom the contract's messages are for; there is no way to know on which channel they run. */
  static final String ADA = "ada@example.org";

  final SettableTime time = new SettableTime();
  final FakeInstagram instagram = new FakeInstagram(time, true);
  final StateFolders folders;
  private final InstagramConfig.@Nullable Webhook webhook;
  private InstagramModule module;
  private Injector injector;
  private int people;

  /** An account that is polled. */
  InstagramRig(Path folder) {
    this(folder, null);
  }

  InstagramRig(Path folder, InstagramConfig.@Nullable Webhook webhook) {
    this.webhook = webhook;
    folders = new StateFolders(folder);
    module =
        new InstagramModule(
            new InstagramConfig(
                FakeInbox.USERNAME, Secret.of(FakeToken.FIRST), instagram.url(), webhook));
    injector = started(FakeToken.FIRST, instagram.url());
    instagram.inbox.receives(ADA, "hello", SettableTime.NOON.minus(Duration.ofDays(15)));
  }

  /** The program ended, and is started again. */
  void restarts() {
    restarts(FakeToken.FIRST);
  }

  /** As {@link #restarts()}, with another token in the settings. */
  void restarts(String token) {
    injector = started(token, instagram.url());
  }

  /** Started again in front of an address where nothing listens. */
  void restartsNowhere() {
    injector = started(FakeToken.FIRST, URI.create("http://127.0.0.1:1/"));
  }

  private Injector started(String token, URI url) {
    module.close();
    var config = new InstagramConfig(FakeInbox.USERNAME, Secret.of(token), url, webhook);
    module = new InstagramModule(config, time::advance);
    return Guice.createInjector(module, new Surroundings());
  }

  ChannelReader reader() {
    return injector
        .getInstance(Key.get(new TypeLiteral<Set<ChannelReader>>() {}))
        .iterator()
        .next();
  }

  ChannelSender sender() {
    return injector
        .getInstance(Key.get(new TypeLiteral<Set<ChannelSender>>() {}))
        .iterator()
        .next();
  }

  ChannelCheck check() {
    return injector.getInstance(Key.get(new TypeLiteral<Set<ChannelCheck>>() {})).iterator().next();
  }

  Tokens tokens() {
    return injector.getInstance(Tokens.class);
  }

  Pushes pushes() {
    return injector.getInstance(Pushes.class);
  }

  StateFolder folder() {
    return folders.of(InstagramConfig.CHANNEL);
  }

  AccountId account() {
    return new AccountId(InstagramConfig.CHANNEL, FakeInbox.USERNAME);
  }

  /** Someone writes now. */
  String receives(String person, String text) {
    return instagram.inbox.receives(person, text, time.instant());
  }

  ReadResult read(Cursor from) {
    return reader().read(from, 1_000, Duration.ZERO);
  }

  /** One read, which goes well. */
  ReadResult.Batch batch(Cursor from) {
    return switch (read(from)) {
      case ReadResult.Batch batch -> batch;
      case ReadResult.Busy busy -> throw new AssertionError("busy: " + busy.reason());
      case ReadResult.Stopped stopped -> throw new AssertionError("stopped: " + stopped.reason());
    };
  }

  /** Reads until there is no more; puts what came into the list. */
  Cursor drain(Cursor from, List<InboundMessage> into) {
    Cursor cursor = from;
    for (int reads = 0; reads < 200; reads++) {
      ReadResult.Batch batch = batch(cursor);
      into.addAll(batch.messages());
      cursor = batch.next();
      if (!batch.more()) {
        return cursor;
      }
    }
    throw new AssertionError("still more");
  }

  /** Reads until there is no more. */
  Cursor drain(Cursor from) {
    return drain(from, new ArrayList<>());
  }

  @Override
  public void receives(int messages) {
    for (int i = 0; i < messages; i++) {
      receives("1000000000" + ++people, "hello");
    }
  }

  @Override
  public void failsOnce() {
    instagram.service().next(FakeInstagram::reads, FakeInstagram.refusal(500, 1, 0));
  }

  @Override
  public void cutsAnswerOnce() {
    instagram.service().next(FakeInstagram::reads, Reply.cut());
  }

  @Override
  public void throttlesOnce(String retryAfter) {
    Reply no = FakeInstagram.refusal(429, 4, 0);
    Reply timed = retryAfter.isEmpty() ? no : no.with("Retry-After", retryAfter);
    instagram.service().next(FakeInstagram::reads, timed);
  }

  @Override
  public void revokes() {
    instagram.token.revoke();
  }

  @Override
  public void revokesAfter(int requests) {
    instagram.token.revokesAfter(requests);
  }

  /** It hands out no positions that we keep. */
  @Override
  public void forgetsCursors() {}

  @Override
  public void repeatsItself() {
    instagram.inbox.listsInNoOrder();
  }

  @Override
  public void accepts() {
    instagram.inbox.receives(ADA, "are you there?", time.instant());
    instagram.service().nextAsUsual(FakeInstagram::sends);
  }

  @Override
  public void refuses() {
    instagram.service().next(FakeInstagram::sends, FakeInstagram.refusal(400, 100, 2534006));
  }

  @Override
  public void babbles() {
    carriedOut(Reply.ok("{\"surprise\":[1,2]}"));
  }

  @Override
  public void failsAfterAccepting() {
    carriedOut(FakeInstagram.refusal(503, 2, 0));
  }

  @Override
  public void hangsUpAfterReading() {
    carriedOut(Reply.hangUp());
  }

  private void carriedOut(Reply answer) {
    instagram.inbox.receives(ADA, "are you there?", time.instant());
    instagram.service().nextCarriedOut(FakeInstagram::sends, answer);
  }

  @Override
  public int messagesSeen() {
    return (int) instagram.service().requests().stream().filter(FakeInstagram::sends).count();
  }

  @Override
  public void close() {
    module.close();
    instagram.close();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(LongSupplier.class)
          .toInstance(() -> Duration.between(SettableTime.NOON, time.instant()).toNanos());
      bind(StateFolders.class).toInstance(folders);
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
    }
  }
}
