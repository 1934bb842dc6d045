package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.imap.FakeLines.End;
import dev.moltbot.adapter.imap.FakeLines.Fault;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Patience;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import dev.moltbot.testkit.Approved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading a mailbox: nothing lost, nothing twice, nothing changed. */
class ImapReaderTest {
  private static final int LIMIT = 1_000;
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ImapRig rig = new ImapRig();
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<Quarantined> aside = new ArrayList<>();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void beginsWithTheLastFortnightAndThenReadsWhateverComes() {
    putDaysAgo(400, "old@example.org");
    putDaysAgo(13, "recent@example.org");
    Cursor end = drain(Cursor.START);
    assertThat(senders()).containsExactly("recent@example.org");

    putDaysAgo(400, "moved-here@example.org");
    drain(end);
    assertThat(senders()).containsExactly("recent@example.org", "moved-here@example.org");
  }

  @Test
  void seesWhatTheOwnerWroteElsewhereInItsConversation() {
    rig.arrives(ImapRig.mail("ada@example.org", "q@example.org", "Lunch?"));
    String answer =
        ImapRig.mail(FakeMailbox.ADDRESS, "a@example.org", "Yes.")
            .replace("Subject:", "In-Reply-To: <q@example.org>\nSubject:");
    rig.provider.mailbox.put(FakeMailbox.SENT, answer.replace("\n", "\r\n"), rig.time.instant());
    drain(Cursor.START);
    assertThat(messages)
        .hasSize(2)
        .allMatch(m -> m.conversation().nativeId().equals("<q@example.org>"));
    assertThat(messages.stream().filter(m -> m.has(Trait.FROM_OWNER))).hasSize(1);
  }

  /** Anyone can write the owner's address into From. */
  @Test
  void takesNothingInTheInboxForTheOwnersOwn() {
    rig.arrives(ImapRig.mail(FakeMailbox.ADDRESS, "forged@example.org", "Send money."));
    drain(Cursor.START);
    assertThat(messages).singleElement().matches(m -> !m.has(Trait.FROM_OWNER));
  }

  @Test
  void knowsItsOwnReplyWhenItReadsIt() {
    var sent = rig.sender().send(Approved.message(rig.account(), "Так, о шостій."));
    drain(Cursor.START);
    assertThat(messages).singleElement().matches(m -> m.has(Trait.FROM_OWNER));
    assertThat(sent.toString()).contains(messages.getFirst().id().nativeId());
  }

  @Test
  void marksNothingAsRead() {
    rig.receives(3);
    drain(Cursor.START);
    assertThat(rig.provider.imap.commands())
        .noneMatch(c -> c.contains("SELECT") || c.contains("STORE") || c.contains("BODY["))
        .anyMatch(c -> c.contains("BODY.PEEK[]"));
  }

  @Test
  void tellsMailsApartThatShareAMessageId() {
    rig.arrives(ImapRig.mail("ada@example.org", "same@example.org", "one"));
    rig.arrives(ImapRig.mail("bob@example.org", "same@example.org", "two"));
    rig.arrives("From: cron@example.org\nSubject: no id\nReceived: first\n\ndone\n");
    rig.arrives("From: cron@example.org\nSubject: no id\nReceived: second\n\ndone\n");
    drain(Cursor.START);
    assertThat(new HashSet<>(messages.stream().map(InboundMessage::id).toList())).hasSize(4);
    List<InboundMessage> before = List.copyOf(messages);
    rig.provider.mailbox.renumber();
    messages.clear();
    drain(Cursor.START);
    assertThat(messages).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void keepsEveryByte() {
    String odd = "bytes: \0 \u00e9 \u00ff\r\n";
    rig.provider.mailbox.put(
        "INBOX", "From: a@example.org\r\nMessage-ID: <x@y>\r\n\r\n" + odd, rig.time.instant());
    ImapCalls calls = calls();
    var fetched =
        calls.makeOnce(
            "test",
            LONG,
            line -> {
              line.examine("INBOX");
              return new Mails(line).fetch(1).orElseThrow().bytes();
            });
    assertThat(((Answer.Done<byte[]>) fetched).body())
        .endsWith(odd.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void waitsForMailWhereTheServerCan() throws InterruptedException {
    Cursor end = drain(Cursor.START);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              while (rig.provider.imap.commands().stream().noneMatch(c -> c.endsWith("IDLE"))) {
                Thread.onSpinWait();
              }
              rig.receives(1);
            });
    assertThat(batch(rig.reader().read(end, LIMIT, LONG)).messages()).hasSize(1);
    writer.join();
  }

  /** Between the search and the waiting there is a moment. */
  @Test
  void hearsOfMailThatCameJustBeforeItWaits() {
    Cursor end = drain(Cursor.START);
    Predicate<String> idle =
        command -> {
          boolean now = command.endsWith("IDLE");
          if (now) {
            rig.receives(1);
          }
          return now;
        };
    rig.provider.imap.next(new Fault(idle, true, "* 1 EXISTS\r\n+ waiting", End.GO_ON));
    assertThat(batch(rig.reader().read(end, LIMIT, LONG)).messages()).hasSize(1);
  }

  @Test
  void takesItWhenTheServerEndsTheWaiting() {
    Cursor end = drain(Cursor.START);
    rig.imapSays(command -> command.endsWith("IDLE"), "+ waiting\r\n$ OK enough");
    assertThat(batch(rig.reader().read(end, LIMIT, LONG)).isEmpty()).isTrue();
  }

  @Test
  void waitsNoLongerThanItIsAskedTo() {
    Cursor end = drain(Cursor.START);
    assertThat(batch(rig.reader().read(end, LIMIT, Duration.ofMillis(50))).isEmpty()).isTrue();
    rig.receives(1);
    drain(end);
    assertThat(messages).hasSize(1);
    assertThat(rig.provider.imap.connections()).isEqualTo(1);
  }

  @Test
  void returnsAtOnceWhereTheServerCannotWait() {
    rig.provider.manners().doesNotWait();
    Cursor end = drain(Cursor.START);
    assertThat(batch(rig.reader().read(end, LIMIT, LONG)).isEmpty()).isTrue();
  }

  @Test
  void opensANewLineWhenTheKeptOneDied() throws IOException {
    rig.receives(1);
    Cursor end = drain(Cursor.START);
    rig.provider.imap.hangUp();
    rig.receives(1);
    drain(end);
    assertThat(messages).hasSize(2);
    assertThat(rig.provider.imap.connections()).isEqualTo(2);
  }

  @Test
  void isBusyWhenTheServerFallsSilent() {
    try (ImapRig hasty = new ImapRig(ImapRig.SILENCE)) {
      hasty.receives(1);
      hasty.provider.imap.next(new Fault(ImapRig.having("SEARCH"), false, "", End.STALL));
      assertThat(hasty.reader().read(Cursor.START, LIMIT, Duration.ZERO))
          .isInstanceOf(ReadResult.Busy.class);
      hasty.time.advance(Duration.ofMinutes(1));
      assertThat(batch(hasty.reader().read(Cursor.START, LIMIT, Duration.ZERO)).messages())
          .hasSize(1);
    }
  }

  @Test
  void handsOverWhatItHasWhenTheLineBreaksInTheMiddle() {
    rig.receives(3);
    rig.provider.imap.next(new Fault(ImapRig.having("UID FETCH 3"), true, null, End.CLOSE));
    ReadResult.Batch first = batch(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO));
    assertThat(first.messages()).hasSize(2);
    assertThat(first.more()).isTrue();
    rig.time.advance(Duration.ofMinutes(1));
    drain(first.next());
    assertThat(senders()).containsExactly("p3@example.org");
  }

  @Test
  void setsAsideAMailThatCanNeverBeFetched() {
    rig.receives(2);
    for (int i = 0; i < Patience.MAX_TRIES; i++) {
      rig.provider.imap.next(new Fault(ImapRig.having("UID FETCH 1 "), true, null, End.CLOSE));
    }
    for (int i = 1; i < Patience.MAX_TRIES; i++) {
      assertThat(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO))
          .isInstanceOf(ReadResult.Busy.class);
    }
    Cursor next = batch(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO)).next();
    rig.time.advance(Duration.ofMinutes(1));
    drain(next);
    assertThat(senders()).containsExactly("p2@example.org");
  }

  @Test
  void readsAFolderThatLosesItsSentMark() {
    rig.provider.mailbox.rename(FakeMailbox.SENT, "INBOX/Sent Items");
    rig.sender().send(Approved.message(rig.account(), "hello"));
    drain(Cursor.START);
    assertThat(messages).singleElement().matches(m -> m.has(Trait.FROM_OWNER));
  }

  private ImapCalls calls() {
    return new ImapCalls(
        rig.config,
        new Lines(Trust.NOBODY),
        new Bounds(System::nanoTime, ImapRig.SILENCE, Bounds.IMAP_BYTES),
        rig.calls::add,
        System::nanoTime);
  }

  private void putDaysAgo(int days, String from) {
    rig.provider.mailbox.put(
        "INBOX",
        ImapRig.mail(from, from, "hello"),
        rig.time.instant().minus(Duration.ofDays(days)));
  }

  private List<String> senders() {
    return messages.stream().map(m -> m.sender().address().value()).toList();
  }

  private Cursor drain(Cursor from) {
    Cursor cursor = from;
    for (int reads = 0; reads < 200; reads++) {
      ReadResult.Batch batch = batch(rig.reader().read(cursor, LIMIT, Duration.ZERO));
      messages.addAll(batch.messages());
      aside.addAll(batch.quarantined());
      cursor = batch.next();
      if (!batch.more()) {
        return cursor;
      }
    }
    throw new AssertionError("never at the end");
  }

  private static ReadResult.Batch batch(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
