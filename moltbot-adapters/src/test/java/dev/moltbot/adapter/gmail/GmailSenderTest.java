package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending through Gmail: the approved words, once, findable afterwards. */
class GmailSenderTest {
  private final GmailRig rig = new GmailRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void sendsTheApprovedWordsIntoTheThreadUnderAnIdOfTheApprovals() {
    OutboundMessage message = Approved.message(rig.account(), "Так, о шостій.\n\nОлена");
    assertThat(rig.sender().send(message)).isInstanceOf(SendOutcome.Delivered.class);
    Mail mail = (Mail) new MailParser(MailLimits.DEFAULT).parse(rig.gmail.mailbox.lastSent());
    assertThat(mail.content().text().reveal()).isEqualTo(message.text().value());
    assertThat(mail.author().orElseThrow().address()).isEqualTo(FakeMailbox.ADDRESS);
    assertThat(mail.parties().to().getFirst().address()).isEqualTo("ada@example.org");
    assertThat(mail.threading())
        .isEqualTo(
            new Mail.Threading(
                new Replies(rig.config.owner()).messageId(message.approval()),
                List.of("<m1@example.org>"),
                List.of("<with-ada@example.org>", "<m1@example.org>")));
  }

  @Test
  void findsASendThatGotNoAnswer() {
    rig.accepts();
    rig.sender().send(Approved.message(rig.account(), "warms the connection"));
    rig.hangsUpAfterReading();
    assertThat(rig.sender().send(Approved.message(rig.account(), "hello")))
        .isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.lookup().find(Approved.attempt(rig.account(), "hello")))
        .isInstanceOf(SendLookup.Finding.Found.class);
    assertThat(rig.gmail.mailbox.sent()).isEqualTo(2);
  }

  @Test
  void sendsOnceWhenTheFirstTokenIsTurnedDown() {
    rig.tokens().current();
    rig.gmail.tokens.expireAll();
    assertThat(rig.sender().send(Approved.message(rig.account(), "hello")))
        .isInstanceOf(SendOutcome.Delivered.class);
    assertThat(rig.gmail.mailbox.sent()).isEqualTo(1);
  }

  @Test
  void refusesWithoutAskingGmailWhenThereIsNoTokenOrTooMuchOfOne() {
    rig.gmail.tokens.scope(FakeTokens.ALL_MAIL);
    assertThat(rig.sender().send(Approved.message(rig.account(), "hello")))
        .isInstanceOf(SendOutcome.Refused.class);
    assertThat(rig.gmail.requests()).isEmpty();
  }

  /** Port 1 of loopback: nothing listens there. */
  @Test
  void refusesWhenGmailCannotBeReached() {
    try (GmailRig nowhere = new GmailRig(URI.create("http://127.0.0.1:1/"))) {
      assertThat(nowhere.sender().send(Approved.message(nowhere.account(), "hello")))
          .isInstanceOf(SendOutcome.Refused.class);
    }
  }

  @Test
  void saysWhenItCouldNotLook() {
    rig.gmail.nextRead(FakeGmail.refusal(500, "backendError"));
    assertThat(rig.lookup().find(Approved.attempt(rig.account(), "hello")))
        .isInstanceOf(SendLookup.Finding.Unavailable.class);
  }
}
