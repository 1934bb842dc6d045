package dev.moltbot.adapter.mailfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Recognition;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.HistoryBatch;
import dev.moltbot.port.HistorySource;
import dev.moltbot.port.HistorySource.Known;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail is read out of every kind of file that programs and providers put it into. */
class MailFilesTest {
  private static final ExportOptions NOBODY = new ExportOptions(Set.of(), "", ZoneOffset.UTC);
  private static final ExportOptions ME =
      new ExportOptions(Set.of("me@example.org"), "", ZoneOffset.UTC);

  private static final String FROM_ADA =
      """
      From: Ada <ada@example.org>
      To: me@example.org
      Date: Mon, 05 Feb 2024 10:00:00 +0000
      Message-ID: <1@example.org>
      Subject: Tea

      Will you come?
      """;

  private static final String FROM_ME =
      """
      From: Me <Me@Example.org>
      To: Ada <ada@example.org>, me@example.org
      Cc: Bob <bob@example.org>
      Date: Mon, 05 Feb 2024 11:00:00 +0000
      Message-ID: <2@example.org>
      In-Reply-To: <1@example.org>
      Subject: Re: Tea

      I will.
      """;

  @TempDir private Path folder;

  @Test
  void readsTakeoutUnderTheIdsOfTheLiveAccount() throws IOException {
    Files.writeString(folder.resolve("All mail Including Spam and Trash.mbox"), takeout());
    HistoryBatch batch = read(NOBODY).getFirst();
    assertThat(batch.messages())
        .extracting(
            one -> one.id().toString(),
            one -> one.id().account().toString(),
            one -> one.id().nativeId(),
            one -> one.conversation().nativeId(),
            one -> one.has(Trait.FROM_OWNER))
        .containsExactly(
            tuple(
                "MessageId[gmail]",
                "gmail:me@gmail.com",
                "18d8c966720b55e6",
                "18d8c966720b55e6",
                false),
            tuple(
                "MessageId[gmail]",
                "gmail:me@gmail.com",
                "18d8c966720b55e7",
                "18d8c966720b55e6",
                true));
    assertThat(batch.messages().getFirst().sentAt())
        .isEqualTo(Instant.parse("2024-02-05T10:00:01Z"));
    assertThat(batch.messages().getLast().audience())
        .extracting(to -> to.address().value())
        .containsExactly("ada@example.org");
    assertThat(batch.skipped())
        .containsExactly(
            new HistoryBatch.Skipped("drafts", 1),
            new HistoryBatch.Skipped("spam", 1),
            new HistoryBatch.Skipped("deleted mail", 1),
            new HistoryBatch.Skipped("Google Chat messages among the mail", 1));
  }

  @Test
  void tellsTheOwnersOwnMailByTheirAddressAndWhomItWentTo() throws IOException {
    mbox("mail.mbox", FROM_ADA, FROM_ME);
    List<InboundMessage> messages = read(ME).getFirst().messages();
    assertThat(messages).extracting(one -> one.has(Trait.FROM_OWNER)).containsExactly(false, true);
    assertThat(messages.getLast().audience())
        .extracting(to -> to.address().value())
        .containsExactly("ada@example.org", "bob@example.org");
    assertThat(messages.getLast().conversation()).isEqualTo(messages.getFirst().conversation());
  }

  @Test
  void findsTheOwnerAmongThoseItWasDeliveredTo() throws IOException {
    String delivered = "Delivered-To: me@example.org\n";
    mbox("mail.mbox", delivered + FROM_ADA, delivered + FROM_ADA.replace("<1@", "<3@"), FROM_ME);
    try (Recognition recognition = look()) {
      var found = recognition.found().getFirst();
      assertThat(found.format().owners(found.file())).containsExactly("me@example.org");
    }
  }

  @Test
  void readsTheSameMailOnceWhateverFileItLiesIn() throws IOException {
    mbox("some.mbox", FROM_ADA);
    Files.createDirectories(folder.resolve("eml"));
    Files.writeString(folder.resolve("eml/tea.eml"), FROM_ADA.replace("\n", "\r\n"));
    maildir("Maildir/cur/1.host:2,S", FROM_ADA);
    assertThat(read(ME).stream().flatMap(batch -> batch.messages().stream()))
        .hasSize(3)
        .extracting(InboundMessage::id)
        .containsOnly(read(ME).getFirst().messages().getFirst().id());
  }

  @Test
  void readsAMaildirWithItsFoldersAndFlags() throws IOException {
    maildir("Maildir/cur/1.host:2,S", FROM_ADA);
    maildir("Maildir/new/2.host", FROM_ADA + "More.\n");
    maildir("Maildir/cur/3.host:2,ST", FROM_ADA + "Deleted.\n");
    maildir("Maildir/tmp/4.host", "half");
    maildir("Maildir/.Sent/cur/5.host:2,S", FROM_ME);
    maildir("Maildir/.Junk/cur/6.host:2,S", FROM_ADA + "Win!\n");
    HistoryBatch batch = read(NOBODY).getFirst();
    assertThat(batch.messages())
        .extracting(one -> one.has(Trait.FROM_OWNER))
        .containsExactlyInAnyOrder(true, false, false);
    assertThat(batch.skipped())
        .containsExactly(
            new HistoryBatch.Skipped("spam", 1), new HistoryBatch.Skipped("deleted mail", 1));
  }

  @Test
  void setsTheUnreadableAsideByFileAndLine() throws IOException {
    mbox("mail.mbox", FROM_ADA, "Subject: nobody wrote this\n\nx\n", FROM_ME);
    HistoryBatch batch = read(ME).getFirst();
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.quarantined()).hasSize(1);
    assertThat(batch.quarantined().getFirst().id().nativeId())
        .matches(".*/mail\\.mbox:10#[0-9a-f]{8}");
  }

  /** Had the second been read, it would have been set aside: nobody stands in its header. */
  @Test
  void doesNotReadWhatIsStored() throws IOException {
    mbox("mail.mbox", FROM_ADA, "Subject: nobody wrote this\n\nx\n", FROM_ME);
    byte[] stored = "Subject: nobody wrote this\n\nx\n".getBytes(UTF_8);
    var id = new MessageId(MailAccounts.MAIL, MailName.of(stored));
    HistoryBatch batch = read(ME, ids -> ids.contains(id) ? Set.of(id) : Set.of()).getFirst();
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.quarantined()).isEmpty();
    assertThat(batch.known()).isOne();
  }

  @Test
  void goesOnWhereItStoppedWithTheSameLines() throws IOException {
    mbox("mail.mbox", FROM_ADA, FROM_ME, "Subject: nobody wrote this\n\nx\n", FROM_ADA + "3\n");
    List<String> whole = ids(ME, 10);
    assertThat(ids(ME, 1)).isEqualTo(whole).hasSize(4);
  }

  @Test
  void readsWhatThereIsOfAMailboxThatIsCutOff() throws IOException {
    String noise =
        new Random(1)
            .ints(4_000, 'a', 'z')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    mbox("whole", FROM_ADA, FROM_ME, FROM_ADA + noise);
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(folder.resolve("whole")));
    }
    Files.delete(folder.resolve("whole"));
    Files.write(folder.resolve("cut.mbox.gz"), Arrays.copyOf(packed.toByteArray(), 1_500));
    HistoryBatch batch = read(ME).getFirst();
    assertThat(batch.messages()).hasSize(2);
    assertThat(batch.more()).isFalse();
    assertThat(batch.quarantined().getFirst().reason()).contains("ends too early");
  }

  private List<String> ids(ExportOptions options, int limit) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Recognition recognition = look()) {
      var found = recognition.found().getFirst();
      Cursor from = Cursor.START;
      for (boolean more = true; more; ) {
        // Opened anew each time, as after a crash.
        try (HistorySource source = found.format().open(found.file(), options)) {
          HistoryBatch batch = source.read(from, limit, Known.NOTHING);
          batch.messages().forEach(one -> ids.add(one.id().nativeId()));
          batch.quarantined().forEach(one -> ids.add(one.id().nativeId()));
          from = batch.next();
          more = batch.more();
        }
      }
    }
    return ids.stream().sorted().toList();
  }

  private List<HistoryBatch> read(ExportOptions options) throws IOException {
    return read(options, Known.NOTHING);
  }

  private List<HistoryBatch> read(ExportOptions options, Known known) throws IOException {
    List<HistoryBatch> batches = new ArrayList<>();
    try (Recognition recognition = look()) {
      assertThat(recognition.aside()).isEmpty();
      for (Recognition.Found found : recognition.found()) {
        try (HistorySource source = found.format().open(found.file(), options)) {
          batches.add(source.read(Cursor.START, 1_000, known));
        }
      }
    }
    return batches;
  }

  private Recognition look() throws IOException {
    var formats = new TypeLiteral<Set<ExportFormat>>() {};
    var injector = Guice.createInjector(new MailFilesModule());
    Recognition recognition = new Recognition(List.copyOf(injector.getInstance(Key.get(formats))));
    recognition.look(folder);
    return recognition;
  }

  private void mbox(String name, String... mails) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String mail : mails) {
      all.append("From x@example.org Mon Feb  5 10:00:00 2024\n").append(mail).append("\n");
    }
    Files.writeString(folder.resolve(name), all);
  }

  private void maildir(String name, String mail) throws IOException {
    Path file = folder.resolve(name);
    for (String each : List.of("cur", "new", "tmp")) {
      Files.createDirectories(file.resolve("../../" + each).normalize());
    }
    Files.write(file, mail.getBytes(UTF_8));
  }

  /** As Takeout writes it, of people who never were. */
  private static String takeout() {
    return Stream.of(
            note("1790402293716964838", "Inbox,Opened") + FROM_ADA,
            note("1790402293716964839", "Sent")
                + FROM_ME
                    .replaceAll("(?i)me@example.org", "me@gmail.com")
                    .replaceAll("Cc:.*\n", ""),
            note(
                    "1790402293716964840",
                    "=?UTF-8?Q?=D0=A7=D0=B5=D1=80=D0=BD=D0=B5=D1=82=D0=BA=D0=B8?=")
                + FROM_ME,
            note("1790402293716964841", "Spam,Category Promotions") + FROM_ADA,
            note("1790402293716964842", "Papierkorb,Gesendet") + FROM_ADA,
            note("1790402293716964843", "Chat") + FROM_ADA)
        .reduce("", (all, mail) -> all + mail + "\n");
  }

  private static String note(String id, String labels) {
    return "From "
        + id
        + "@xxx Mon Feb 05 10:00:01 +0000 2024\nX-GM-THRID: 1790402293716964838\nX-Gmail-Labels: "
        + labels
        + "\nDelivered-To: me@gmail.com\n";
  }
}
