package dev.moltbot.adapter.gmail;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.PolledFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The Gmail channel as the app would install it, in front of the fake. */
final class GmailRig implements FarSide, PolledFarSide, AutoCloseable {
  final FakeGmail gmail = new FakeGmail();
  final SettableTime time = new SettableTime();
  final GmailConfig config;
  private final Injector injector;

  GmailRig() {
    this(Optional.empty());
  }

  /** With the API elsewhere than the token endpoint. */
  GmailRig(URI api) {
    this(Optional.of(api));
  }

  private GmailRig(Optional<URI> api) {
    config =
        new GmailConfig(
            FakeMailbox.ADDRESS,
            api.orElse(gmail.url()),
            gmail.url().resolve("token"),
            "client",
            Secret.of("client-secret"),
            Secret.of("refresh-1"));
    injector = Guice.createInjector(new GmailModule(config), new Surroundings());
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

  SendLookup lookup() {
    return injector.getInstance(Key.get(new TypeLiteral<Set<SendLookup>>() {})).iterator().next();
  }

  AccessTokens tokens() {
    return injector.getInstance(AccessTokens.class);
  }

  AccountId account() {
    return config.account();
  }

  @Override
  public void receives(int messages) {
    for (int i = 0; i < messages; i++) {
      gmail.mailbox.receives("p" + gmail.requests().size() + "." + i + "@example.org", "hello");
    }
  }

  @Override
  public void failsOnce() {
    gmail.nextRead(FakeGmail.refusal(500, "backendError"));
  }

  @Override
  public void cutsAnswerOnce() {
    gmail.nextRead(Reply.cut());
  }

  @Override
  public void throttlesOnce(String retryAfter) {
    Reply no = FakeGmail.refusal(429, "rateLimitExceeded");
    gmail.nextRead(retryAfter.isEmpty() ? no : no.with("Retry-After", retryAfter));
  }

  @Override
  public void revokesAfter(int requests) {
    gmail.revokesAfter(requests);
  }

  @Override
  public void repeatsItself() {
    gmail.mailbox.repeatsItself();
  }

  @Override
  public void forgetsCursors() {
    gmail.mailbox.forgetHistory();
  }

  @Override
  public void revokes() {
    gmail.tokens.revoke();
  }

  @Override
  public void accepts() {
    gmail.nextSendAsUsual();
  }

  @Override
  public void refuses() {
    gmail.nextSendFails(FakeGmail.refusal(400, "invalidArgument"));
  }

  @Override
  public void babbles() {
    gmail.nextSendAnswers(Reply.ok("{\"surprise\":[1,2]}"));
  }

  @Override
  public void failsAfterAccepting() {
    gmail.nextSendAnswers(FakeGmail.refusal(503, "backendError"));
  }

  @Override
  public void hangsUpAfterReading() {
    gmail.nextSendAnswers(Reply.hangUp());
  }

  @Override
  public int messagesSeen() {
    return gmail.mailbox.sent();
  }

  @Override
  public void close() {
    gmail.close();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(HttpClients.class).toInstance(new HttpClients(call -> {}, System::nanoTime));
    }
  }
}
