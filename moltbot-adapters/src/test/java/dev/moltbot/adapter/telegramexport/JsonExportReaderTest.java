package dev.moltbot.adapter.telegramexport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.SampleFile;
import dev.moltbot.port.Quarantined;
import java.io.IOException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exports of every age, whole, in part and broken. */
class JsonExportReaderTest {
  private static final String WHOLE =
      """
      {"about": "Here is the data you requested.",
       "personal_information": {"user_id": 1, "first_name": "Me", "phone_number": "+49 30 1"},
       "profile_pictures": [{"date": "2020-01-01T00:00:00"}],
       "contacts": {"about": "…", "list": [
         {"user_id": 6000000001, "first_name": "Ada", "last_name": "Byron",
          "phone_number": "0049 171 1234567", "date_unixtime": "1600000000"},
         {"first_name": "Bo", "phone_number": "+380671234567", "date": "2019-01-01T00:00:00"},
         {"first_name": "Nobody", "phone_number": ""}]},
       "chats": {"about": "…", "list": [
         {"name": "Ada Byron", "type": "personal_chat", "id": 6000000001, "messages": [
           {"id": 1, "type": "service", "date_unixtime": "1700000000", "actor": "Ada Byron",
            "actor_id": "user6000000001", "action": "phone_call", "text": ""},
           {"id": 2, "type": "message", "date_unixtime": "1700000001", "from": "Ada Byron",
            "from_id": "user6000000001", "text": ["see ", {"type": "link", "text": "example.org"}]},
           {"id": 3, "type": "message", "date_unixtime": "1700000002", "from": "Me",
            "from_id": "user1", "reply_to_message_id": 2, "text": "yes"}]},
         {"name": "Us", "type": "private_supergroup", "id": 55, "messages": [
           {"id": 9, "type": "message", "date_unixtime": "1700000003", "from": null,
            "from_id": "user7", "photo": "p.jpg", "text": ""},
           {"id": 10, "type": "message", "date_unixtime": "1700000004", "from": "Us",
            "from_id": "channel55", "text": "", "poll": {"question": "When?", "answers": []}}]},
         {"type": "saved_messages", "id": 1, "messages": [
           {"id": 4, "type": "message", "date_unixtime": "1700000005", "from": "Me",
            "from_id": "user1", "forwarded_from": "Ada", "text": "note"}]},
         {"name": "Weather", "type": "bot_chat", "id": 88, "messages": [
           {"id": 5, "type": "message", "date_unixtime": "1700000006", "from": "Weather",
            "from_id": "user88", "text": "rain"}]},
         {"name": "Telegram", "type": "personal_chat", "id": 777000, "messages": [
           {"id": 6, "type": "message", "date_unixtime": "1700000007", "from": "Telegram",
            "from_id": "user777000", "text": "Login code: 12345"}]}]},
       "left_chats": {"about": "…", "list": [
         {"name": "Old", "type": "private_group", "id": 66, "messages": [
           {"id": 7, "type": "message", "date_unixtime": "1700000008", "from": "Cy",
            "from_id": "user9", "text": "bye"}]}]}}
      """;

  @Test
  void readsAWholeAccount() {
    ReadExport export = ReadExport.of(WHOLE);
    assertThat(export.said())
        .containsExactly(
            "2023-11-14T22:13:21Z Ada Byron: see example.org",
            "2023-11-14T22:13:22Z Me: yes",
            "2023-11-14T22:13:23Z : ",
            "2023-11-14T22:13:24Z Us: When?",
            "2023-11-14T22:13:25Z Me: note",
            "2023-11-14T22:13:26Z Weather: rain",
            "2023-11-14T22:13:28Z Cy: bye");
    assertThat(export.writers()).containsExactly("6000000001", "1", "7", "-10055", "1", "88", "9");
    assertThat(export.ids())
        .startsWith("6000000001:2@1700000001")
        .contains("-10055:9@1700000003", "-66:7@1700000008");
    assertThat(export.with(Trait.FROM_OWNER)).isEqualTo(2);
    assertThat(export.with(Trait.DISCUSSION)).isEqualTo(3);
    assertThat(export.with(Trait.ATTACHMENTS)).isEqualTo(2);
    assertThat(export.with(Trait.AUTOMATED)).isEqualTo(1);
    assertThat(export.skipped())
        .containsEntry(Messages.SERVICE, 1L)
        .containsEntry(Messages.CODES, 1L)
        .containsEntry(JsonExportReader.OTHER, 1L);
    assertThat(export.messages().get(1).audience())
        .extracting(to -> to.address().value())
        .containsExactly("6000000001");
  }

  @Test
  void knowsTheContactsAndTheirNumbers() {
    ReadExport export = ReadExport.of(WHOLE);
    assertThat(export.people())
        .extracting(person -> person.handle().value())
        .containsExactly("6000000001", "+380671234567");
    Identity ada = export.people().getFirst();
    assertThat(ada.handle().channel()).isEqualTo(new ChannelId("telegram"));
    assertThat(ada.name().reveal()).isEqualTo("Ada Byron");
    assertThat(ada.marks()).containsExactly(new Mark(Mark.Kind.PHONE, "+491711234567"));
    assertThat(export.quarantined()).extracting(Quarantined::reason).hasSize(1);
  }

  @Test
  void readsOneChatAndTellsTheOwnerByTheOther() {
    ReadExport export =
        ReadExport.of(
            """
            {"name": "Ada", "type": "personal_chat", "id": 5, "messages": [
             {"id": 1, "type": "message", "date_unixtime": "1700000000", "from": "Ada", "from_id": "user5", "text": "a"},
             {"id": 2, "type": "message", "date_unixtime": "1700000001", "from": "Me", "from_id": "user1", "text": "b"}]}
            """);
    assertThat(export.with(Trait.FROM_OWNER)).isEqualTo(1);
    assertThat(export.messages().getLast().has(Trait.FROM_OWNER)).isTrue();
    assertThat(export.with(Trait.DISCUSSION)).isZero();
  }

  @Test
  void readsOldExportsByTheClockOnTheWall() {
    String old =
        """
        {"name": "Ada", "type": "personal_chat", "id": 5, "messages": [
         {"id": 1, "type": "message", "date": "2019-07-01T12:00:00", "from": "Ada", "from_id": 5, "text": "a"},
         {"id": 2, "type": "message", "date": "2019-07-01T12:00:01", "from": "Me", "from_id": 4294967299, "text": "b"},
         {"id": 3, "type": "message", "date": "2019-07-01T12:00:02", "text": "c"}]}
        """;
    var berlin = new ExportOptions(Set.of(), "", ZoneId.of("Europe/Berlin"));
    ReadExport export =
        ReadExport.of(new TelegramJson(), SampleFile.of("result.json", old), berlin);
    assertThat(export.said().getFirst()).startsWith("2019-07-01T10:00:00Z Ada");
    assertThat(export.writers()).containsExactly("5", "-3", "5");
  }

  @Test
  void setsAsideWhatMakesNoSenseAndReadsOn() {
    ReadExport export =
        ReadExport.of(
            """
            {"name": "Us", "type": "private_group", "id": 5, "messages": [
             {"id": 1, "type": "message", "from": "Ada", "text": "no date"},
             7, "text", null, [], {},
             {"id": 2, "type": "message", "date_unixtime": "x", "date": "0000", "from": "Ada", "text": "a"},
             {"id": 3, "type": "message", "date_unixtime": "1700000000", "text": "by nobody"},
             {"id": 4, "id": 5, "type": "message"},
             {"id": 6, "type": "unsupported"},
             {"id": 7, "type": "message", "date_unixtime": "1700000000", "from": "Ada", "text": {"x": 1}},
             {"id": [], "type": "message", "date_unixtime": 1700000001, "from": "Ada", "text": "ok"}]}
            """);
    assertThat(export.said())
        .containsExactly("2023-11-14T22:13:20Z Ada: ", "2023-11-14T22:13:21Z Ada: ok");
    assertThat(export.quarantined()).hasSize(9);
    assertThat(export.quarantined().getFirst().id().nativeId()).startsWith("result.json:1#");
    assertThat(export.skipped()).containsEntry(Messages.UNSUPPORTED, 1L);
  }

  @Test
  void keepsWhatWasReadBeforeTheFileBreaksOff() {
    int last = WHOLE.lastIndexOf("\"bye\"");
    ReadExport export = ReadExport.of(WHOLE.substring(0, last));
    assertThat(export.messages()).hasSize(6);
    assertThat(export.quarantined())
        .extracting(Quarantined::reason)
        .endsWith(JsonExportReader.BROKEN);
    Set<String> whole = new HashSet<>(ReadExport.of(WHOLE).ids());
    assertThat(whole).containsAll(export.ids());
  }

  @Test
  void doesNotHoldAMessageThatIsTooLarge() {
    String huge = "x".repeat(Values.MAX_BYTES);
    ReadExport export =
        ReadExport.of(
            "{\"type\": \"private_group\", \"id\": 5, \"about\": \""
                + huge
                + "\", \"messages\": ["
                + "{\"id\": 1, \"text\": \""
                + huge
                + "\"},"
                + "{\"id\": 2, \"date_unixtime\": 1700000000, \"from\": \"Ada\", \"text\": \"ok\"}]}");
    assertThat(export.said()).containsExactly("2023-11-14T22:13:20Z Ada: ok");
    assertThat(export.quarantined()).hasSize(1);
  }

  @Test
  void survivesEveryCutAndEveryChangedByte() {
    byte[] bytes = WHOLE.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int n = 0; n < 1_000; n++) {
      byte[] broken = bytes.clone();
      broken[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      SampleFile file = new SampleFile("result.json", broken, java.util.List.of());
      ReadExport once = ReadExport.of(new TelegramJson(), file, ReadExport.NOBODY);
      ReadExport again = ReadExport.of(new TelegramJson(), file, ReadExport.NOBODY);
      assertThat(again).isEqualTo(once);
      ReadExport.of(WHOLE.substring(0, random.nextInt(WHOLE.length())));
    }
  }

  @Test
  void tellsWhatToDoWithPages() throws IOException {
    SampleFile page =
        SampleFile.of(
            "ChatExport/messages2.html", "<html><head><title>Exported Data</title></head>");
    assertThat(new TelegramHtml().recognises(page)).isTrue();
    ReadExport export = ReadExport.of(new TelegramHtml(), page, ReadExport.NOBODY);
    assertThat(export.quarantined())
        .extracting(Quarantined::reason)
        .containsExactly(TelegramHtml.INSTEAD);
    assertThat(new TelegramHtml().recognises(SampleFile.of("messages.html", "<html>"))).isFalse();
  }

  @Test
  void saysWhoseAccountItIs() throws IOException {
    assertThat(new TelegramJson().owners(SampleFile.of("result.json", WHOLE))).containsExactly("1");
  }

  @Test
  void takesTheOwnersWord() {
    String group =
        """
        {"name": "Us", "type": "private_group", "id": 5, "messages": [
         {"id": 1, "type": "message", "date_unixtime": "1700000000", "from": "Ada", "from_id": "user5", "text": "a"}]}
        """;
    var ada = new ExportOptions(Set.of("ada"), "", ZoneId.of("UTC"));
    InboundMessage message =
        ReadExport.of(new TelegramJson(), SampleFile.of("r.json", group), ada)
            .messages()
            .getFirst();
    assertThat(message.has(Trait.FROM_OWNER)).isTrue();
    assertThat(message.audience()).isEmpty();
  }
}
