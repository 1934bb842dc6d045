package dev.moltbot.adapter.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.moltbot.domain.approval.OutboundMessage;
import dev.moltbot.mime.Mail;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.Replies;
import dev.moltbot.port.SendLookup;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.testkit.Approved;
import dev.moltbot.testkit.Messages;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One yes is one file, whole, and addressed to whom the owner saw. */
class OutboxSenderTest {
  @TempDir Path folder;
  private MailboxConfig config;
  private Outbox outbox;
  private OutboxSender sender;

  @BeforeEach
  void setUp() {
    config = new MailboxConfig("me@example.net", folder.resolve("in"), folder.resolve("outbox"));
    outbox = new Outbox(config.outbox(), new Replies(config.ownerAddress()));
    sender = new OutboxSender(config.account(), outbox, new SettableTime());
  }

  @Test
  void writesWhatWasApproved() throws IOException {
    OutboundMessage message = Approved.message(config.account(), "Так, о шостій.");
    assertThat(sender.send(message)).isInstanceOf(SendOutcome.Delivered.class);
    Mail mail =
        (Mail) new MailParser(MailLimits.DEFAULT).parse(Files.readAllBytes(files().getFirst()));
    assertThat(mail.content().text().reveal()).isEqualTo("Так, о шостій.");
    assertThat(mail.author().orElseThrow().address()).isEqualTo("me@example.net");
    assertThat(mail.parties().to().getFirst().address()).isEqualTo("ada@example.org");
    assertThat(mail.subject().reveal()).isEqualTo("Re: hello");
    assertThat(mail.threading())
        .isEqualTo(
            new Mail.Threading(
                outbox.replies().messageId(message.approval()),
                List.of("<m1@example.org>"),
                List.of("<with-ada@example.org>", "<m1@example.org>")));
  }

  @Test
  void writesTheSameYesOnce() throws IOException {
    OutboundMessage message = Approved.message(config.account(), "hello");
    assertThat(sender.send(message)).isEqualTo(sender.send(message));
    assertThat(files()).hasSize(1);
  }

  @Test
  void knowsWhatItWrote() {
    SendLookup lookup = new OutboxLookup(config.account(), outbox);
    assertThat(lookup.find(Approved.attempt(config.account(), "hello")))
        .isInstanceOf(SendLookup.Finding.Absent.class);
    sender.send(Approved.message(config.account(), "hello"));
    assertThat(lookup.find(Approved.attempt(config.account(), "hello")))
        .isInstanceOf(SendLookup.Finding.Found.class);
  }

  @Test
  void refusesWhenTheOutboxCannotBeWritten() throws IOException {
    Files.writeString(config.outbox(), "a file where the folder should be");
    assertThat(sender.send(Approved.message(config.account(), "hello")))
        .isInstanceOf(SendOutcome.Refused.class);
  }

  @Test
  void refusesWhatIsTooLongOrHasNoAddress() throws IOException {
    assertThat(sender.send(Approved.message(config.account(), "x".repeat(25_001))))
        .isEqualTo(new SendOutcome.Refused("longer than the 25000 bytes this channel takes"));
    assertThat(sender.send(Approved.release(Approved.draft(config.account(), "nobody", "hello"))))
        .isInstanceOf(SendOutcome.Refused.class);
    assertThat(Files.exists(config.outbox())).isFalse();
  }

  @Test
  void rejectsAnotherAccountsMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sender.send(Approved.message(Messages.account("elsewhere"), "hello")));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(config.outbox())) {
      return files.toList();
    }
  }
}
