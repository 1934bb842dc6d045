package dev.moltbot.adapter.metaexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ChatCorpus;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.Reading;
import dev.moltbot.export.SampleFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations of invented people, as Instagram and Facebook hand them out. */
class ThreadFormatTest {
  private static final List<ExportFormat> FORMATS =
      List.of(new ThreadFormat(), new ProfileFormat(), new PageFormat());

  private static final String TWO =
      """
      {"participants": [{"name": "\\u00d0\\u009e\\u00d0\\u00bb\\u00d0\\u00b5\\u00d0\\u00bd\\u00d0\\u00b0 K"},
                        {"name": "Bob Y"}],
       "messages": [
         {"sender_name": "Bob Y", "timestamp_ms": 1700000003000,
          "photos": [{"uri": "p.jpg", "creation_timestamp": 1}]},
         {"sender_name": "Bob Y", "timestamp_ms": 1700000002000,
          "share": {"link": "https://example.org/a", "share_text": "look"}},
         {"sender_name": "\\u00d0\\u009e\\u00d0\\u00bb\\u00d0\\u00b5\\u00d0\\u00bd\\u00d0\\u00b0 K",
          "timestamp_ms": 1700000001000, "content": "caf\\u00c3\\u00a9 \\u00f0\\u009f\\u0098\\u0080",
          "reactions": [{"reaction": "x", "actor": "Bob Y"}]},
         {"sender_name": "Bob Y", "timestamp_ms": 1700000000500, "is_unsent": true},
         {"sender_name": "Bob Y", "timestamp_ms": 1700000000400, "call_duration": 12},
         {"sender_name": "Bob Y", "timestamp_ms": 1700000000000, "content": "caf\\u00e9"}
       ],
       "title": "\\u00d0\\u009e\\u00d0\\u00bb\\u00d0\\u00b5\\u00d0\\u00bd\\u00d0\\u00b0 K",
       "thread_path": "inbox/olenak_17900000000000001", "magic_words": []}
      """;

  private static final String GROUP =
      """
      {"participants": [{"name": "Ann"}, {"name": "Cy Dent"}, {"name": "Bob Y"}],
       "messages": [
         {"sender_name": "Cy Dent", "timestamp_ms": 1700000200000, "content": "hi all"},
         {"sender_name": "Ann", "timestamp_ms": 1700000100000, "content": "hi"},
         {"sender_name": "Bob Y", "timestamp_ms": 1700000050000, "content": "welcome"},
         {"sender_name": "Ann", "timestamp_ms": 1700000040000, "type": "Subscribe"}
       ],
       "title": "Friends", "thread_path": "inbox/friends_17900000000000002"}
      """;

  @TempDir private Path folder;

  @Test
  void readsATalkOfTwo() throws IOException {
    Reading read = read("instagram-bob/messages/inbox/olenak_17900000000000001", TWO);
    assertThat(read.messages)
        .extracting(
            message -> message.sender().address().value(),
            message -> message.sender().name().reveal(),
            message -> message.content().text().reveal(),
            InboundMessage::traits)
        .containsExactly(
            tuple("name:Bob Y", "Bob Y", "", Set.of(Trait.FROM_OWNER, Trait.ATTACHMENTS)),
            tuple(
                "name:Bob Y",
                "Bob Y",
                "look\nhttps://example.org/a",
                Set.of(Trait.FROM_OWNER, Trait.ATTACHMENTS)),
            tuple("thread:17900000000000001", "Олена K", "café 😀", Set.of()),
            tuple("name:Bob Y", "Bob Y", "café", Set.of(Trait.FROM_OWNER)));
    assertThat(read.messages.getFirst().audience())
        .extracting(sender -> sender.address().value())
        .containsExactly("thread:17900000000000001");
    assertThat(read.messages.getFirst().id().account()).hasToString("instagram:import");
    assertThat(read.skipped).containsOnlyKeys("a message that was taken back", "a call");
  }

  @Test
  void readsAGroup() throws IOException {
    Reading read = read("your_facebook_activity/messages/inbox/friends_2", GROUP);
    assertThat(read.messages)
        .extracting(
            message -> message.sender().address().value(),
            message -> message.has(Trait.FROM_OWNER),
            message -> message.has(Trait.DISCUSSION),
            message -> message.audience().size())
        .containsExactly(
            tuple("name:Cy Dent", false, true, 0),
            tuple("name:Ann in thread:17900000000000002", false, true, 0),
            tuple("name:Bob Y", true, true, 2));
    assertThat(read.messages.getFirst().id().account()).hasToString("facebook:import");
    assertThat(read.skipped).containsOnlyKeys("an announcement of the chat's own");
  }

  /** The same whether from a folder or a zip, and whichever file comes first. */
  @Test
  void readsAWholeDownload() throws IOException {
    Path export = folder.resolve("instagram-bob");
    String inbox = "your_instagram_activity/messages/inbox/";
    write(export, inbox + "olenak_17900000000000001/message_1.json", TWO);
    String older = TWO.replace("17000000", "16000000").replace("photos", "videos");
    write(export, inbox + "olenak_17900000000000001/message_2.json", older);
    write(export, inbox + "friends_17900000000000002/message_1.json", GROUP);
    write(export, inbox + "friends_17900000000000002/message_1.html", "<html></html>");
    write(
        export,
        "personal_information/personal_information/personal_information.json",
        "{\"profile_user\":[{\"string_map_data\":{\"Name\":{\"value\":\"Bob Y\"}}}]}");
    write(export, "connections/followers_1.json", "[]");
    Reading fromFolder = Reading.of(FORMATS, export);
    Reading fromZip = Reading.of(FORMATS, zip(export));
    assertThat(fromFolder.messages).hasSize(11);
    assertThat(fromFolder.ids()).doesNotHaveDuplicates().isEqualTo(fromZip.ids());
    assertThat(fromFolder.unknown).hasSize(1);
    assertThat(fromFolder.skipped)
        .containsEntry("your own profile", 1L)
        .containsEntry(
            "a chat as a web page: ask for the download again, with JSON as its format", 1L);
    assertThat(fromFolder.messages).filteredOn(message -> message.has(Trait.FROM_OWNER)).hasSize(7);
  }

  @Test
  void readsTheNewerEncryptedDownload() throws IOException {
    String text =
        """
        {"participants": ["Bob Y", "Olena K"], "threadName": "Olena K_12",
         "messages": [
          {"isUnsent": false, "media": [], "reactions": [], "senderName": "Olena K",
           "text": "Привіт", "timestamp": 1700000000000, "type": "text"},
          {"isUnsent": false, "media": [{"uri": "./media/a.jpg"}], "reactions": [],
           "senderName": "Bob Y", "text": "", "timestamp": 1700000001000, "type": "media"}]}
        """;
    Reading read = Reading.of(new ThreadFormat(), SampleFile.of("Olena K_12.json", text));
    assertThat(read.messages)
        .extracting(
            message -> message.content().text().reveal(),
            message -> message.has(Trait.FROM_OWNER),
            message -> message.id().account().toString())
        .containsExactly(
            tuple("Привіт", false, "facebook:import"), tuple("", true, "facebook:import"));
  }

  /** Two messages, two writers; nobody tells who of them the owner is, and the owner can. */
  @Test
  void readsTheSampleAsACarefulReaderDoes() throws IOException {
    Path sample = ChatCorpus.unpack("chat-miner/test/instagram/", folder);
    Reading read = Reading.of(FORMATS, sample);
    assertThat(read.messages)
        .extracting(
            message -> message.sender().address().value(),
            message -> message.sentAt().toString(),
            message -> message.id().account().toString())
        .containsExactly(
            tuple("name:John Doe", "2020-01-17T20:49:00Z", "instagram:import"),
            tuple("name:Jane Doe", "2019-12-24T11:23:00Z", "instagram:import"));
    assertThat(read.quarantined).isEmpty();
    assertThat(read.unknown).containsExactly("instagram/target.json");
    assertThat(Reading.of(FORMATS, sample, "jane doe").messages)
        .extracting(message -> message.has(Trait.FROM_OWNER))
        .containsExactly(false, true);
  }

  @Test
  void setsAsideWhatMakesNoSense() throws IOException {
    String text =
        "{\"messages\": [{\"sender_name\": \"A\", \"content\": \"x\"}, 7,"
            + "{\"sender_name\": \"A\", \"timestamp_ms\": 1700000000000, \"content\": \"y\"},"
            + "{\"sender_name\": \"A\", \"timest";
    Reading read = Reading.of(new ThreadFormat(), SampleFile.of("message_1.json", text));
    assertThat(read.messages).hasSize(1);
    assertThat(read.quarantined)
        .extracting(each -> each.id().nativeId().replaceFirst("#.*", ""))
        .containsExactly("message_1.json:1", "message_1.json:2", "message_1.json:4");
  }

  @Test
  void anyBytesAreReadToTheirEndAndTwiceAlike() throws IOException {
    var random = new Random(83);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = (i % 2 == 0 ? TWO : GROUP).getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k < 4; k++) {
        bytes[1 + random.nextInt(bytes.length - 1)] =
            (byte) "{}[]\",:x1\\\u00ff".charAt(random.nextInt(11));
      }
      var file = new SampleFile("message_1.json", bytes, List.of());
      assertThat(Reading.of(new ThreadFormat(), file).ids())
          .isEqualTo(Reading.of(new ThreadFormat(), file).ids())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void repairsOnlyWhatWasBroken() {
    assertThat(Repair.text("caf\u00c3\u00a9")).isEqualTo("café");
    assertThat(Repair.text("café")).isEqualTo("café");
    assertThat(Repair.text("Привіт Ã©")).isEqualTo("Привіт Ã©");
    assertThat(Repair.text("plain")).isEqualTo("plain");
  }

  private Reading read(String path, String text) throws IOException {
    return Reading.of(new ThreadFormat(), SampleFile.of(path + "/message_1.json", text));
  }

  private static void write(Path export, String name, String text) throws IOException {
    Path file = export.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path zip(Path export) throws IOException {
    Path zip = folder.resolve("instagram-bob.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out);
        var files = Files.walk(export)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList().reversed()) {
        entries.putNextEntry(new ZipEntry(export.relativize(file).toString()));
        Files.copy(file, entries);
      }
    }
    return zip;
  }
}
