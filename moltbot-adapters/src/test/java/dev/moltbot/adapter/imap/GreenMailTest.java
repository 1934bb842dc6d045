package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against servers that other people wrote: what our own fake believes, they must believe, too. */
class GreenMailTest {
  private static final int LIMIT = 100;

  private final GreenMail servers =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
          });

  @BeforeEach
  void start() {
    servers.start();
    servers.setUser(FakeMailbox.ADDRESS, FakeMailbox.ADDRESS, FakeMailbox.PASSWORD);
    servers.setUser("ada@example.org", "ada@example.org", "hers");
  }

  @AfterEach
  void stop() {
    servers.stop();
  }

  @Test
  void readsRepliesAndKeepsACopy() throws Exception {
    try (ImapRig rig = rig()) {
      ImapHostManager hosts = servers.getManagers().getImapHostManager();
      GreenMailUser owner = servers.getManagers().getUserManager().getUser(FakeMailbox.ADDRESS);
      hosts.createMailbox(owner, "Sent");
      assertThat(rig.check().check()).isInstanceOf(Health.Fine.class);

      deliver(owner, "ada@example.org", "one@example.org");
      ReadResult.Batch first = read(rig, Cursor.START);
      assertThat(first.messages()).hasSize(1);
      assertThat(first.messages().getFirst().threading().reference())
          .isEqualTo("<one@example.org>");

      assertThat(rig.sender().send(Approved.message(rig.account(), "Так, о шостій.")))
          .isInstanceOf(SendOutcome.Delivered.class);
      GreenMailUser ada = servers.getManagers().getUserManager().getUser("ada@example.org");
      assertThat(hosts.getInbox(ada).getMessageCount()).isEqualTo(1);
      assertThat(rig.lookup().find(Approved.attempt(rig.account(), "Так, о шостій.")))
          .isInstanceOf(SendLookup.Finding.Found.class);
      assertThat(rig.lookup().find(Approved.attempt(rig.account(), "never sent")))
          .isInstanceOf(SendLookup.Finding.Absent.class);

      ReadResult.Batch second = read(rig, first.next());
      assertThat(second.messages()).singleElement().matches(m -> m.has(Trait.FROM_OWNER));
      assertThat(read(rig, second.next()).isEmpty()).isTrue();
      assertNothingSeen(hosts, owner);
    }
  }

  @Test
  void waitsForMail() throws Exception {
    try (ImapRig rig = rig()) {
      GreenMailUser owner = servers.getManagers().getUserManager().getUser(FakeMailbox.ADDRESS);
      Cursor end = read(rig, Cursor.START).next();
      deliver(owner, "ada@example.org", "one@example.org");
      ReadResult.Batch next = read(rig, end);
      assertThat(next.messages()).hasSize(1);
      assertThat(rig.reader().read(next.next(), LIMIT, Duration.ofMillis(50)))
          .isInstanceOf(ReadResult.Batch.class);
    }
  }

  @Test
  void stopsAtAWrongPassword() {
    servers.setUser(FakeMailbox.ADDRESS, FakeMailbox.ADDRESS, "another");
    try (ImapRig rig = rig()) {
      assertThat(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO))
          .isInstanceOf(ReadResult.Stopped.class);
      assertThat(rig.sender().send(Approved.message(rig.account(), "hello")))
          .isInstanceOf(SendOutcome.Refused.class);
    }
  }

  private static void assertNothingSeen(ImapHostManager hosts, GreenMailUser owner)
      throws Exception {
    assertThat(hosts.getInbox(owner).getMessages())
        .noneMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
  }

  private static void deliver(GreenMailUser owner, String from, String id)
      throws MessagingException {
    owner.deliver(
        GreenMailUtil.newMimeMessage(ImapRig.mail(from, id, "Lunch?").replace("\n", "\r\n")));
  }

  private ImapRig rig() {
    return new ImapRig(
        new Server(Protection.NONE, "127.0.0.1", servers.getImap().getPort()),
        new Server(Protection.NONE, "127.0.0.1", servers.getSmtp().getPort()));
  }

  private static ReadResult.Batch read(ImapRig rig, Cursor from) {
    ReadResult result = rig.reader().read(from, LIMIT, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
