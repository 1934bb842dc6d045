package dev.moltbot.adapter.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox is read whole, in batches, and only once. */
class MailboxReaderTest {
  @TempDir Path folder;
  private Path file;
  private MailboxReader reader;

  @BeforeEach
  void setUp() {
    file = folder.resolve("box.mbox");
    reader = fresh();
  }

  @Test
  void readsEveryMailInBatchesAndThenWaits() throws IOException {
    write(mails(0, 25));
    List<InboundMessage> read = new ArrayList<>();
    Cursor end = drain(reader, Cursor.START, read);
    assertThat(read).hasSize(25);
    assertThat(read).extracting(InboundMessage::id).doesNotHaveDuplicates();
    assertThat(batch(reader.read(end, 10, Duration.ZERO)).messages()).isEmpty();
    assertThat(batch(reader.read(end, 10, Duration.ZERO)).more()).isFalse();
  }

  @Test
  void goesOnInAnotherProcess() throws IOException {
    write(mails(0, 25));
    ReadResult.Batch first = batch(reader.read(Cursor.START, 10, Duration.ZERO));
    List<InboundMessage> rest = new ArrayList<>();
    drain(fresh(), first.next(), rest);
    assertThat(rest).hasSize(15).doesNotContainAnyElementsOf(first.messages());
  }

  @Test
  void readsTheSameMailAgainUnderTheSameId() throws IOException {
    write(mails(0, 3));
    assertThat(batch(reader.read(Cursor.START, 10, Duration.ZERO)).messages())
        .isEqualTo(batch(fresh().read(Cursor.START, 10, Duration.ZERO)).messages());
  }

  @Test
  void noticesMailThatWasAddedLater() throws IOException {
    write(mails(0, 2));
    Cursor end = drain(reader, Cursor.START, new ArrayList<>());
    Files.writeString(file, mails(2, 1), StandardOpenOption.APPEND);
    List<InboundMessage> added = new ArrayList<>();
    drain(reader, end, added);
    assertThat(added).hasSize(1);
  }

  @Test
  void tellsTheDomainWhatItKnows() throws IOException {
    write(
        "From x Thu Jan  1 12:00:00 2026\nFrom: Ada <ada@example.org>\nReply-To: Desk"
            + " <desk@example.org>\nSubject: Tea\nDate: Thu, 1 Jan 2026 12:00:00 +0000\nMessage-ID:"
            + " <b@example.org>\nReferences: <a@example.org>\nList-Id: <l.example.org>\n\nSix?\n");
    InboundMessage message =
        batch(reader.read(Cursor.START, 10, Duration.ZERO)).messages().getFirst();
    assertThat(message.conversation().nativeId()).isEqualTo("<a@example.org>");
    assertThat(message.threading().reference()).isEqualTo("<b@example.org>");
    assertThat(message.threading().ancestors()).containsExactly("<a@example.org>");
    assertThat(message.sender().address().value()).isEqualTo("ada@example.org");
    assertThat(message.sender().answeredElsewhere()).isTrue();
    assertThat(message.content().subject().reveal()).isEqualTo("Tea");
    assertThat(message.traits()).containsExactly(Trait.BULK);
  }

  @Test
  void setsAsideWhatItCannotReadAndNeverDropsIt() throws IOException {
    reader =
        new MailboxReader(
            config(), new MailLimits(10_000, 1_000, 256 << 10, 50, 1_000, 64 << 10, 512 << 10));
    String from = "From x Thu Jan  1 12:00:00 2026\n";
    write(
        mails(0, 1)
            + from
            + "Subject: nobody wrote this\n\nx\n\n"
            + from
            + "From: a@example.org\n\n"
            + "x".repeat(20_000)
            + "\n\n"
            + mails(1, 1));
    ReadResult.Batch batch = batch(reader.read(Cursor.START, 10, Duration.ZERO));
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.quarantined())
        .extracting(q -> q.reason())
        .containsExactly("no usable address in From or Sender", "mail of 20023 bytes, limit 10000");
    assertThat(batch.quarantined().getLast().head().toByteArray()).isNotEmpty();
  }

  @Test
  void handsOverWhatStandsBeforeABreakAndThenStops() throws IOException {
    Path gz = folder.resolve("box.mbox.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(mails(0, 50).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = Files.readAllBytes(gz);
    Files.write(gz, Arrays.copyOf(whole, whole.length - 12));
    reader = new MailboxReader(new MailboxConfig("me@example.net", gz, folder), MailLimits.DEFAULT);
    ReadResult.Batch batch = batch(reader.read(Cursor.START, 100, Duration.ZERO));
    String there = unpacked(gz);
    assertThat(batch.messages()).hasSize(there.split("^From |\nFrom ", -1).length - 2).isNotEmpty();
    assertThat(reader.read(batch.next(), 100, Duration.ZERO))
        .isInstanceOfSatisfying(
            ReadResult.Stopped.class, stopped -> assertThat(stopped.remedy()).isNotBlank());
  }

  /** As much as there is, taken out byte by byte: no buffer can swallow the end. */
  private static String unpacked(Path gz) throws IOException {
    var there = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(Files.newInputStream(gz))) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        there.write(b);
      }
    } catch (EOFException e) {
      // Cut off.
    }
    return there.toString(StandardCharsets.UTF_8);
  }

  @Test
  void stopsWithARemedyWhenThereIsNoFile() {
    assertThat(reader.read(Cursor.START, 10, Duration.ZERO)).isInstanceOf(ReadResult.Stopped.class);
  }

  private MailboxReader fresh() {
    return new MailboxReader(config(), MailLimits.DEFAULT);
  }

  private MailboxConfig config() {
    return new MailboxConfig("me@example.net", file, folder.resolve("outbox"));
  }

  private void write(String mailbox) throws IOException {
    Files.writeString(file, mailbox);
  }

  private static String mails(int first, int count) {
    StringBuilder mailbox = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      mailbox.append("From x Thu Jan  1 12:00:00 2026\nFrom: p").append(i);
      mailbox.append("@example.org\nSubject: ").append(i).append("\n\nHello ").append(i);
      mailbox.append("\n\n");
    }
    return mailbox.toString();
  }

  private static Cursor drain(MailboxReader reader, Cursor from, List<InboundMessage> into) {
    ReadResult.Batch batch = batch(reader.read(from, 10, Duration.ZERO));
    into.addAll(batch.messages());
    return batch.more() ? drain(reader, batch.next(), into) : batch.next();
  }

  private static ReadResult.Batch batch(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
