package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is said on a line that someone else could read, and nothing is believed. */
class ImapTlsTest {
  private static final String HOST = "localhost";

  private static SSLSocketFactory good = Trust.NOBODY;
  private static SSLSocketFactory otherHost = Trust.NOBODY;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) {
    good = Trust.of(folder, HOST);
    otherHost = Trust.of(folder, "mail.example.net");
  }

  @Test
  void readsAndSendsOverTls() {
    worksOver(Protection.TLS);
  }

  @Test
  void readsAndSendsAfterStartTls() {
    worksOver(Protection.STARTTLS);
  }

  private static void worksOver(Protection protection) {
    try (ImapRig rig = new ImapRig(good, good, protection, HOST)) {
      rig.provider.manners().offerStartTls();
      rig.receives(2);
      ReadResult first = read(rig, Duration.ZERO);
      assertThat(first).isInstanceOf(ReadResult.Batch.class);
      assertThat(((ReadResult.Batch) first).messages()).hasSize(2);
      Cursor end = ((ReadResult.Batch) first).next();
      rig.reader().read(end, 10, Duration.ofMillis(30));
      rig.receives(1);
      ReadResult last = rig.reader().read(end, 10, Duration.ZERO);
      assertThat(((ReadResult.Batch) last).messages()).hasSize(1);
      assertThat(rig.provider.imap.connections()).isEqualTo(1);
      assertThat(send(rig)).isInstanceOf(SendOutcome.Delivered.class);
      assertThat(rig.check().check()).isInstanceOf(Health.Fine.class);
    }
  }

  @Test
  void saysNothingToAServerWithACertificateForAnotherHost() {
    for (Protection protection : List.of(Protection.TLS, Protection.STARTTLS)) {
      saysNothing(new ImapRig(otherHost, otherHost, protection, HOST));
    }
  }

  @Test
  void saysNothingToAServerWithACertificateThatNobodyTrusts() {
    for (Protection protection : List.of(Protection.TLS, Protection.STARTTLS)) {
      saysNothing(new ImapRig(good, Trust.NOBODY, protection, HOST));
    }
  }

  /** Whoever sits in between need only leave out one word. */
  @Test
  void saysNothingWhereStartTlsWasTakenOut() {
    try (ImapRig rig = new ImapRig(good, good, Protection.STARTTLS, HOST)) {
      refuses(rig);
      assertThat(rig.check().check()).isInstanceOf(Health.Missing.class);
    }
  }

  @Test
  void saysNothingToAServerThatRefusesStartTls() {
    try (ImapRig rig = new ImapRig(good, good, Protection.STARTTLS, HOST)) {
      rig.provider.manners().offerStartTls();
      rig.imapSays(ImapRig.having("STARTTLS"), "$ NO not today");
      rig.smtpSays("STARTTLS", false, "454 not today", FakeLines.End.GO_ON);
      assertThat(read(rig, Duration.ZERO)).isInstanceOf(ReadResult.Busy.class);
      assertThat(send(rig)).isInstanceOf(SendOutcome.Refused.class);
      assertThat(rig.provider.imap.commands()).noneMatch(c -> c.contains("PLAIN"));
      assertThat(rig.provider.smtp.commands()).noneMatch(c -> c.contains("AUTH"));
    }
  }

  /** A greeting that logs us in leaves no room for STARTTLS (RFC 9051, 7.1.4). */
  @Test
  void doesNotBelieveAGreetingThatItIsLoggedIn() {
    try (ImapRig rig = new ImapRig(good, good, Protection.STARTTLS, HOST)) {
      rig.provider.manners().offerStartTls();
      rig.provider.manners().greet("* PREAUTH welcome, olena");
      assertThat(read(rig, Duration.ZERO)).isInstanceOf(ReadResult.Stopped.class);
      assertThat(rig.provider.imap.commands()).noneMatch(c -> c.contains("EXAMINE"));
    }
  }

  private static void saysNothing(ImapRig made) {
    try (ImapRig rig = made) {
      rig.provider.manners().offerStartTls();
      refuses(rig);
    }
  }

  private static void refuses(ImapRig rig) {
    rig.receives(1);
    assertThat(read(rig, Duration.ZERO))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class, stopped -> assertThat(stopped.remedy()).isNotBlank());
    assertThat(send(rig)).isInstanceOf(SendOutcome.Refused.class);
    assertThat(rig.provider.imap.commands())
        .noneMatch(c -> c.contains("LOGIN") || c.contains("PLAIN"));
    assertThat(rig.provider.smtp.commands()).noneMatch(c -> c.contains("AUTH"));
  }

  private static ReadResult read(ImapRig rig, Duration wait) {
    return rig.reader().read(Cursor.START, 10, wait);
  }

  private static SendOutcome send(ImapRig rig) {
    return rig.sender().send(Approved.message(rig.account(), "hello"));
  }
}
