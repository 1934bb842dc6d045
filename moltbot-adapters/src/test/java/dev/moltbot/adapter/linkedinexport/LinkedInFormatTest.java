package dev.moltbot.adapter.linkedinexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.Reading;
import dev.moltbot.export.SampleFile;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LinkedIn's files of invented members, in the shapes they have had over the years. */
class LinkedInFormatTest {
  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
          + "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n";
  private static final String ADA = "https://www.linkedin.com/in/ada-x";
  private static final String BOB = "https://www.linkedin.com/in/bob-y";
  private static final String EVE = "https://ua.linkedin.com/in/Eve-Z/";

  @TempDir private Path folder;

  private static final String TALKS =
      HEADER
          + line("c1", "Bob Y", BOB, "Ada X", ADA, "2024-01-05 10:11:12 UTC", "\"Hi,\nAda\"", "")
          + line("c1", "Ada X", ADA, "Bob Y", BOB, "2024-01-05 10:12:00 UTC", "Hello", "No")
          + line("c1", "Ada X", ADA, "Bob Y", BOB, "2024-01-05 10:13:00 UTC", "not yet", "Yes")
          + line(
              "c2",
              "Eve Z",
              EVE,
              "\"Ada X,Bob Y\"",
              "\"" + ADA + "," + BOB + "\"",
              "2024-02-01 08:00:00 UTC",
              "\"<p>To <b>both</b></p><p>of you</p>\"",
              "")
          + line("c1", "LinkedIn Member", "", "Ada X", ADA, "2024-03-01 08:00:00 UTC", "", "");

  private static String line(
      String id,
      String from,
      String page,
      String to,
      String pages,
      String at,
      String words,
      String draft) {
    return String.join(",", id, "", from, page, to, pages, at, "", words, "INBOX", draft) + "\n";
  }

  @Test
  void readsTalksWithOneAndWithSeveral() throws IOException {
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("messages.csv", TALKS));
    assertThat(read.messages)
        .extracting(
            message -> message.sender().address().value(),
            message -> message.content().text().reveal().strip(),
            message -> message.conversation().nativeId(),
            InboundMessage::traits)
        .containsExactly(
            tuple("linkedin.com/in/bob-y", "Hi,\nAda", "urn:li:messagingThread:c1", traits()),
            tuple(
                "linkedin.com/in/ada-x",
                "Hello",
                "urn:li:messagingThread:c1",
                traits(Trait.FROM_OWNER)),
            tuple(
                "linkedin.com/in/eve-z",
                "To both\n\nof you",
                "urn:li:messagingThread:c2",
                traits(Trait.DISCUSSION)),
            tuple("nobody in c1", "", "urn:li:messagingThread:c1", traits(Trait.ATTACHMENTS)));
    assertThat(read.skipped).containsOnlyKeys("a draft that was never sent");
    assertThat(read.messages.get(1).audience())
        .extracting(sender -> sender.address().value(), sender -> sender.name().reveal())
        .containsExactly(tuple("linkedin.com/in/bob-y", "Bob Y"));
  }

  /**
   * Whoever takes part in every conversation, whoever the profile names, whoever the owner says.
   */
  @Test
  void findsOutWhoseExportItIs() throws IOException {
    SampleFile talks = SampleFile.of("messages.csv", TALKS);
    assertThat(account(Reading.of(new LinkedInFormat(), talks))).isEqualTo("linkedin:ada-x");
    assertThat(account(Reading.of(new LinkedInFormat(), talks, "eve z")))
        .isEqualTo("linkedin:eve-z");
    Files.writeString(folder.resolve("Profile.csv"), "First Name,Last Name\nBob,Y\n");
    Files.writeString(folder.resolve("messages.csv"), TALKS);
    Reading beside = Reading.of(List.of(new LinkedInFormat()), folder);
    assertThat(account(beside)).isEqualTo("linkedin:bob-y");
    assertThat(beside.unknown).containsExactly(folder.getFileName() + "/Profile.csv");
  }

  /** Both are in both conversations, but only one of them wrote to a third. */
  @Test
  void theBusierOfTwoIsTheOwner() throws IOException {
    String pair = "\"" + BOB + "," + EVE + "\"";
    String talks =
        HEADER
            + line("c1", "Bob Y", BOB, "Ada X", ADA, "2024-01-05", "Hi", "")
            + line("c2", "Ada X", ADA, "\"Bob Y,Eve Z\"", pair, "2024-01-06", "Yo", "");
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("messages.csv", talks));
    assertThat(account(read)).isEqualTo("linkedin:ada-x");
  }

  private static String account(Reading read) {
    return read.messages.getFirst().id().account().toString();
  }

  @Test
  void readsOlderHeadersAndTimes() throws IOException {
    String old =
        """
        CONVERSATION ID,FROM,TO,DATE,CONTENT,FOLDER
        1,Ada X,Bob Y,"7/21/19, 5:23 PM",Hi,SENT
        1,Bob Y,Ada X,2019-07-22,Yes,INBOX
        1,Bob Y,Ada X,yesterday,No,INBOX
        """;
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("messages.csv", old));
    assertThat(read.messages)
        .extracting(message -> message.sentAt().toString(), InboundMessage::traits)
        .containsExactly(
            tuple("2019-07-21T17:23:00Z", traits(Trait.FROM_OWNER)),
            tuple("2019-07-22T00:00:00Z", traits()));
    assertThat(read.quarantined)
        .extracting(each -> each.id().nativeId().replaceFirst("#.*", ""), Quarantined::reason)
        .containsExactly(tuple("messages.csv:4", "a message without a time that makes sense"));
  }

  @Test
  void namesConnectionsByPageMailboxOrName() throws IOException {
    String file =
        "Notes:\n\"Some of the emails may be missing.\"\n\n"
            + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + "Bob,Y,"
            + BOB
            + ",,Works,\"Eng, head\",12 Mar 2019\n"
            + "Eve,Z,,eve@example.org,,,6/1/2020\n"
            + "Kim,Q,,,,,01 Jan 2021\n"
            + ",,,,,,02 Jan 2021\n"
            + "Zed,\"W,,,,,02 Jan 2021\n";
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("Connections.csv", file));
    assertThat(read.people)
        .extracting(person -> person.handle().value(), person -> person.marks().size())
        .containsExactly(
            tuple("linkedin.com/in/bob-y", 1),
            tuple("eve@example.org", 1),
            tuple("name:kim q since 01 jan 2021", 0));
    assertThat(read.skipped).containsOnlyKeys("a connection whose account is closed");
    assertThat(read.quarantined)
        .extracting(each -> each.id().nativeId().replaceFirst("#.*", ""))
        .containsExactly("Connections.csv:9");
  }

  /** A writer is joined with a connection, and with a card that gives the page. */
  @Test
  void pagesAreMarks() {
    var handle = new Handle(LinkedInFormat.LINKEDIN, "linkedin.com/in/bob-y");
    assertThat(Mark.of(handle)).isEqualTo(Mark.profile(BOB));
  }

  @Test
  void readsUploadedAddressBooks() throws IOException {
    String file =
        """
        Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName
        google,Bob,Y,Works,Eng,"bob@example.org,b@example.org",067 123 45 67,Bob Y
        google,,,,,,,
        """;
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("ImportedContacts.csv", file));
    assertThat(read.people).hasSize(1).allSatisfy(card -> assertThat(card.marks()).hasSize(3));
    assertThat(read.skipped).containsOnlyKeys("an empty card");
  }

  @Test
  void talksWithMachinesAreLeftOut() throws IOException {
    Reading read = Reading.of(new LinkedInFormat(), SampleFile.of("guide_messages.csv", TALKS));
    assertThat(read.messages).isEmpty();
    assertThat(read.skipped).containsEntry("a talk with a machine", 5L);
  }

  @Test
  void anyBytesAreReadToTheirEndAndTwiceAlike() throws IOException {
    var random = new Random(82);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = TALKS.getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k < 12; k++) {
        bytes[HEADER.length() + random.nextInt(bytes.length - HEADER.length())] =
            (byte) "\",\n<>x\u00ff;".charAt(random.nextInt(8));
      }
      SampleFile file = new SampleFile("messages.csv", bytes, List.of());
      Reading once = Reading.of(new LinkedInFormat(), file, "Ada X");
      Reading twice = Reading.of(new LinkedInFormat(), file, "Ada X");
      assertThat(once.entries()).isPositive();
      assertThat(twice.ids()).isEqualTo(once.ids()).doesNotHaveDuplicates();
    }
  }

  /** Lines of another order are the same messages. */
  @Test
  void theOrderOfLinesMakesNoDifference() throws IOException {
    String[] lines = TALKS.replace("Hi,\nAda", "Hi Ada").split("\n");
    String upside = String.join("\n", Stream.of(lines).skip(1).sorted().toList().reversed());
    Reading down =
        Reading.of(
            new LinkedInFormat(), SampleFile.of("messages.csv", String.join("\n", lines)), "Ada X");
    Reading up =
        Reading.of(new LinkedInFormat(), SampleFile.of("messages.csv", HEADER + upside), "Ada X");
    assertThat(up.ids()).isEqualTo(down.ids());
  }

  private static Set<Trait> traits(Trait... traits) {
    return Set.of(traits);
  }
}
