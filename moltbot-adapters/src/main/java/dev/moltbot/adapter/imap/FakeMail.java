package dev.moltbot.adapter.imap;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A mail provider on loopback: one mailbox, an IMAP server and an SMTP server. Thread-safe. */
final class FakeMail implements AutoCloseable {
  final FakeMailbox mailbox = new FakeMailbox();
  final FakeLines imap;
  final FakeLines smtp;
  private final Manners manners;
  private final Supplier<Instant> now;
  private final List<FakeSmtp.Mail> taken = new CopyOnWriteArrayList<>();

  /** What kind of provider it is; may change while it runs. */
  static final class Manners {
    private static final long TRUTH = -1;

    private volatile boolean takesPassword = true;
    private volatile boolean waits = true;
    private volatile boolean offersStartTls;
    private volatile boolean keepsCopies;
    private volatile String greeting = "";
    private volatile long lie = TRUTH;

    boolean takesPassword() {
      return takesPassword;
    }

    boolean offersStartTls() {
      return offersStartTls;
    }

    String greeting() {
      return greeting;
    }

    String capabilities(boolean secured) {
      String starts = offersStartTls && !secured ? "STARTTLS " : "";
      return starts + (waits ? "IDLE " : "") + "SPECIAL-USE AUTH=PLAIN";
    }

    /** What it says of a mail's size. */
    long size(long truth) {
      return lie == TRUTH ? truth : lie;
    }

    void lieAboutSizes(long size) {
      lie = size;
    }

    void revokePassword() {
      takesPassword = false;
    }

    void doesNotWait() {
      waits = false;
    }

    void offerStartTls() {
      offersStartTls = true;
    }

    void keepCopies() {
      keepsCopies = true;
    }

    void greet(String words) {
      greeting = words;
    }
  }

  /** Without protection, for loopback alone. */
  FakeMail(Supplier<Instant> now) {
    this(now, null, Protection.NONE);
  }

  FakeMail(Supplier<Instant> now, @Nullable SSLSocketFactory tls, Protection protection) {
    this.now = now;
    this.manners = new Manners();
    boolean atOnce = protection == Protection.TLS;
    imap = new FakeLines(line -> new FakeImap(line, mailbox, manners, now), tls, atOnce);
    smtp = new FakeLines(line -> new FakeSmtp(line, manners, this::take), tls, atOnce);
  }

  Manners manners() {
    return manners;
  }

  Server imapServer(Protection protection, String host) {
    return new Server(protection, host, imap.port());
  }

  Server smtpServer(Protection protection, String host) {
    return new Server(protection, host, smtp.port());
  }

  /** Every mail whose end arrived. */
  List<FakeSmtp.Mail> taken() {
    return List.copyOf(taken);
  }

  private void take(FakeSmtp.Mail mail) {
    taken.add(mail);
    if (manners.keepsCopies) {
      mailbox.put(FakeMailbox.SENT, mail.bytes(), now.get());
    }
  }

  @Override
  public void close() {
    imap.close();
    smtp.close();
  }
}
