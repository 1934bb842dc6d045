package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.imap.FakeLines.End;
import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import dev.moltbot.wire.ApiCalls;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending by SMTP: the approved words, once, and a copy among the sent mail. */
class ImapSenderTest {
  private ImapRig rig = new ImapRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void sendsTheApprovedWordsUnderAnIdOfTheApprovals() {
    OutboundMessage message = Approved.message(rig.account(), ".\nТак, о шостій.\n.\n..\nОлена");
    assertThat(rig.sender().send(message)).isInstanceOf(SendOutcome.Delivered.class);
    FakeSmtp.Mail taken = rig.provider.taken().getFirst();
    assertThat(taken.recipients()).containsExactly("ada@example.org");
    Mail mail = parsed(taken.bytes());
    assertThat(mail.content().text().reveal()).isEqualTo(message.text().value());
    assertThat(mail.author().orElseThrow().address()).isEqualTo(FakeMailbox.ADDRESS);
    assertThat(mail.threading())
        .isEqualTo(
            new Mail.Threading(
                new Replies(rig.config.owner()).messageId(message.approval()),
                List.of("<m1@example.org>"),
                List.of("<with-ada@example.org>", "<m1@example.org>")));
  }

  @Test
  void keepsACopyUnlessTheServerDoes() {
    send("hello");
    assertThat(copies()).hasSize(1);
    assertThat(copies().getFirst().text())
        .isEqualTo(rig.provider.taken().getFirst().text().stripTrailing());

    rig.provider.manners().keepCopies();
    send("again");
    assertThat(copies()).hasSize(2);
  }

  @Test
  void hasSentAlsoWhenNoCopyCouldBeKeptAndSaysSoOnRecord() {
    rig.imapSays(ImapRig.having("APPEND"), "+ go on");
    rig.imapSays(command -> command.startsWith("From:"), "$ NO [OVERQUOTA] full");
    rig.provider.imap.next(
        new FakeLines.Fault(ImapRig.having("EXAMINE"), false, "$ NO [UNAVAILABLE] no", End.GO_ON));
    assertThat(send("hello")).isInstanceOf(SendOutcome.Delivered.class);
    assertThat(rig.calls)
        .extracting(ApiCalls.Call::operation, ApiCalls.Call::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("submit", 250),
            org.assertj.core.groups.Tuple.tuple("keep-copy", 400));
  }

  @Test
  void isRefusedByWhateverSaysNoBeforeTheEnd() {
    List<List<String>> noes =
        List.of(
            List.of("EHLO", "421 4.3.2 busy"),
            List.of("AUTH", "535 5.7.8 wrong"),
            List.of("AUTH", "454 4.7.0 later"),
            List.of("MAIL", "452 4.3.1 full"),
            List.of("MAIL", "GARBAGE"),
            List.of("RCPT", "550 5.1.1 nobody canary@example.org"),
            List.of("DATA", "554 5.7.1 no"));
    for (List<String> no : noes) {
      rig.smtpSays(no.get(0), false, no.get(1), End.GO_ON);
      assertThat(send("hello"))
          .as(no.toString())
          .isInstanceOf(SendOutcome.Refused.class)
          .asString()
          .doesNotContain("canary");
    }
    assertThat(rig.provider.taken()).isEmpty();
  }

  /** RFC 5321, 4.2.5: with 4xx or 5xx the server says that it is not responsible for the mail. */
  @Test
  void isRefusedByANoToTheEndOfTheMail() {
    rig.smtpSays(".", false, "554 5.6.0 looks like spam", End.CLOSE);
    assertThat(send("hello")).isInstanceOf(SendOutcome.Refused.class);
    rig.smtpSays(".", false, "451 4.3.0 try again", End.CLOSE);
    assertThat(send("hello")).isInstanceOf(SendOutcome.Refused.class);
  }

  @Test
  void isUnknownWhateverElseComesAfterTheEndOfTheMail() {
    for (String reply : List.of("421 bye", "354 more", "299 what", "hello", "25", "", "250-half")) {
      rig.smtpSays(".", true, reply, End.CLOSE);
      assertThat(send("hello")).as(reply).isInstanceOf(SendOutcome.Unknown.class);
    }
    assertThat(rig.provider.taken()).hasSize(7);
    assertThat(copies()).isEmpty();
  }

  @Test
  void isUnknownWhenTheServerThinksForEver() {
    rig.close();
    rig = new ImapRig(ImapRig.SILENCE);
    rig.smtpSays(".", true, "", End.STALL);
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.provider.taken()).hasSize(1);
  }

  @Test
  void isDeliveredByTheReplyAloneHoweverTheGoodbyeGoes() {
    rig.smtpSays(".", true, "250 taken", End.CLOSE);
    assertThat(send("hello")).isInstanceOf(SendOutcome.Delivered.class);
  }

  @Test
  void sendsToAllRecipientsOrToNone() {
    rig.smtpSays("RCPT TO:<bob@example.org>", false, "550 5.1.1 nobody", End.GO_ON);
    assertThat(rig.sender().send(Approved.release(draft("ada@example.org", "bob@example.org"))))
        .isInstanceOf(SendOutcome.Refused.class);
    assertThat(rig.provider.taken()).isEmpty();
  }

  /** Cut down to its last byte, U+010A is a line feed: a command of the sender's choice. */
  @Test
  void refusesAnAddressThatSmtpWouldMangle() {
    for (String address : List.of("aĊRCPT TO:<b@example.org", "jürgen@example.org", "nobody")) {
      assertThat(rig.sender().send(Approved.release(draft(address))))
          .isInstanceOf(SendOutcome.Refused.class);
    }
    assertThat(rig.provider.smtp.connections()).isZero();
  }

  @Test
  void letsNoHeaderBeSmuggledIn() {
    Draft plain = draft("ada@example.org");
    var to =
        new Destination(
            plain.to().conversation(),
            plain.to().recipients(),
            plain.to().subject(),
            new Threading("<m1@example.org>\r\nBcc: <eve@example.org>", List.of("<a\r\nCc:b@c>")));
    var draft = new Draft(plain.id(), plain.answering(), to, plain.text());
    rig.sender().send(Approved.release(draft));
    FakeSmtp.Mail taken = rig.provider.taken().getFirst();
    assertThat(taken.recipients()).containsExactly("ada@example.org");
    assertThat(taken.text().lines()).noneMatch(line -> line.matches("(?i)(Bcc|Cc):.*"));
  }

  @Test
  void refusesWhenTheServerCannotBeReached() {
    var nowhere = new Server(Protection.NONE, "127.0.0.1", 1);
    try (ImapRig lost = new ImapRig(nowhere, nowhere)) {
      assertThat(lost.sender().send(Approved.message(lost.account(), "hello")))
          .isInstanceOf(SendOutcome.Refused.class);
    }
  }

  /** Which is proof, because nothing puts it there but a server that took it. */
  @Test
  void findsASendThatGotNoAnswerWhereTheServerKeepsCopies() {
    rig.provider.manners().keepCopies();
    rig.hangsUpAfterReading();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(look("hello")).isInstanceOf(SendLookup.Finding.Found.class);
  }

  /** Which is no proof of the opposite, and is not called one. */
  @Test
  void doesNotFindASendThatGotNoAnswerWhereItDoesNot() {
    rig.hangsUpAfterReading();
    assertThat(send("hello")).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(rig.provider.taken()).hasSize(1);
    assertThat(look("hello")).isInstanceOf(SendLookup.Finding.Absent.class);
  }

  @Test
  void saysWhenItCouldNotLook() {
    rig.imapSays(ImapRig.having("EXAMINE"), "$ NO [UNAVAILABLE] later");
    assertThat(look("hello")).isInstanceOf(SendLookup.Finding.Unavailable.class);
  }

  private SendOutcome send(String words) {
    return rig.sender().send(Approved.message(rig.account(), words));
  }

  private SendLookup.Finding look(String words) {
    return rig.lookup().find(Approved.attempt(rig.account(), words));
  }

  private List<FakeMailbox.Item> copies() {
    return rig.provider.mailbox.view(FakeMailbox.SENT).orElseThrow().items();
  }

  private Draft draft(String... recipients) {
    Draft one = Approved.draft(rig.account(), "ada@example.org", "hello");
    List<Address> all = List.of(recipients).stream().map(Address::new).toList();
    var to =
        new Destination(one.to().conversation(), all, one.to().subject(), one.to().threading());
    return new Draft(one.id(), one.answering(), to, one.text());
  }

  private static Mail parsed(byte[] mail) {
    return (Mail) new MailParser(MailLimits.DEFAULT).parse(mail);
  }
}
