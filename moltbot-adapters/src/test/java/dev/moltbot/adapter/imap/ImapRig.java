package dev.moltbot.adapter.imap;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.adapter.imap.FakeLines.End;
import dev.moltbot.adapter.imap.FakeLines.Fault;
import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelCheck;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.SendLookup;
import dev.moltbot.testkit.FarSide;
import dev.moltbot.testkit.PolledFarSide;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/** The IMAP channel as the app would install it, in front of the fake provider. */
final class ImapRig implements FarSide, PolledFarSide, AutoCloseable {
  /** For tests of servers that say nothing; a busy machine may well be silent for so long, too. */
  static final Duration SILENCE = Duration.ofMillis(400);

  /** For all others. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  final SettableTime time = new SettableTime();
  final FakeMail provider;
  final ImapConfig config;
  final List<ApiCalls.Call> calls = new CopyOnWriteArrayList<>();
  private final Injector injector;
  private int received;

  ImapRig() {
    this(PATIENCE);
  }

  /** With a client that waits so long for a word. */
  ImapRig(Duration silence) {
    this(Trust.NOBODY, Trust.NOBODY, Protection.NONE, "127.0.0.1", silence);
  }

  /**
   * With TLS.
   *
   * @param own the provider's certificate
   * @param trusted what the client trusts
   */
  ImapRig(SSLSocketFactory own, SSLSocketFactory trusted, Protection protection, String host) {
    this(own, trusted, protection, host, PATIENCE);
  }

  private ImapRig(
      SSLSocketFactory own,
      SSLSocketFactory trusted,
      Protection protection,
      String host,
      Duration silence) {
    provider = new FakeMail(time::instant, own, protection);
    Server imap = provider.imapServer(protection, host);
    config = config(imap, provider.smtpServer(protection, host));
    injector = Guice.createInjector(new ImapModule(config, trusted, silence), new Surroundings());
  }

  /** In front of other servers. */
  ImapRig(Server imap, Server smtp) {
    provider = new FakeMail(time::instant);
    config = config(imap, smtp);
    injector =
        Guice.createInjector(new ImapModule(config, Trust.NOBODY, PATIENCE), new Surroundings());
  }

  private static ImapConfig config(Server imap, Server smtp) {
    return new ImapConfig(
        FakeMailbox.ADDRESS, FakeMailbox.ADDRESS, Secret.of(FakeMailbox.PASSWORD), imap, smtp, "");
  }

  ChannelReader reader() {
    return only(new TypeLiteral<Set<ChannelReader>>() {});
  }

  ChannelSender sender() {
    return only(new TypeLiteral<Set<ChannelSender>>() {});
  }

  SendLookup lookup() {
    return only(new TypeLiteral<Set<SendLookup>>() {});
  }

  ChannelCheck check() {
    return only(new TypeLiteral<Set<ChannelCheck>>() {});
  }

  private <T> T only(TypeLiteral<Set<T>> type) {
    return injector.getInstance(Key.get(type)).iterator().next();
  }

  AccountId account() {
    return config.account();
  }

  /** A mail in the inbox, now. */
  void arrives(String mail) {
    provider.mailbox.put("INBOX", mail.replace("\n", "\r\n"), time.instant());
  }

  /** A mail from someone, with an id of its own. */
  static String mail(String from, String id, String text) {
    return """
    From: <%s>
    To: <olena@example.org>
    Subject: Lunch?
    Date: Thu, 01 Jan 2026 11:00:00 +0000
    Message-ID: <%s>

    %s
    """
        .formatted(from, id, text);
  }

  /** The next such IMAP command is answered so, and not carried out. */
  void imapSays(Predicate<String> command, String answer) {
    provider.imap.next(new Fault(command, false, answer, End.GO_ON));
  }

  static Predicate<String> having(String part) {
    return command -> command.contains(part);
  }

  @Override
  public void receives(int messages) {
    for (int i = 0; i < messages; i++) {
      received++;
      arrives(mail("p" + received + "@example.org", received + "@example.org", "hello"));
    }
  }

  @Override
  public void failsOnce() {
    imapSays(having("EXAMINE"), "$ NO [UNAVAILABLE] the disk is tired");
  }

  /** The literal is announced, half of it comes. */
  @Override
  public void cutsAnswerOnce() {
    provider.imap.next(new Fault(having("UID FETCH"), true, null, End.CLOSE));
  }

  /** IMAP has no way to say for how long. */
  @Override
  public void throttlesOnce(String retryAfter) {
    imapSays(having("EXAMINE"), "$ NO [LIMIT] slower");
  }

  @Override
  public void revokes() {
    provider.manners().revokePassword();
  }

  @Override
  public void revokesAfter(int requests) {
    var left = new AtomicInteger(requests);
    Predicate<String> oneTooMany =
        command -> {
          boolean over = command.contains("UID FETCH") && left.getAndDecrement() == 0;
          if (over) {
            revokes();
          }
          return over;
        };
    String bye = "* BYE [EXPIRED] the password was changed";
    provider.imap.next(new Fault(oneTooMany, false, bye, End.CLOSE));
  }

  @Override
  public void repeatsItself() {
    provider.mailbox.renumber();
  }

  @Override
  public void forgetsCursors() {
    provider.mailbox.renumber();
  }

  @Override
  public void accepts() {
    smtpSays(".", true, "", End.AS_USUAL);
  }

  @Override
  public void refuses() {
    smtpSays("RCPT", false, "550 5.1.1 nobody here", End.GO_ON);
  }

  @Override
  public void babbles() {
    smtpSays(".", true, "SURPRISE", End.GO_ON);
  }

  /** In SMTP 4xx and 5xx are a no; only this one leaves it open. */
  @Override
  public void failsAfterAccepting() {
    smtpSays(".", true, "421 4.3.2 going down", End.CLOSE);
  }

  @Override
  public void hangsUpAfterReading() {
    smtpSays(".", true, "", End.CLOSE);
  }

  /** The next such SMTP command is answered so. */
  void smtpSays(String command, boolean carriedOut, String reply, End end) {
    Predicate<String> which =
        command.equals(".") ? command::equals : line -> line.startsWith(command);
    provider.smtp.next(new Fault(which, carriedOut, reply, end));
  }

  @Override
  public int messagesSeen() {
    return provider.taken().size();
  }

  @Override
  public void close() {
    provider.close();
  }

  private final class Surroundings extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(InstantSource.class).toInstance(time);
      bind(LongSupplier.class).toInstance(System::nanoTime);
      bind(ApiCalls.class).toInstance(calls::add);
    }
  }
}
