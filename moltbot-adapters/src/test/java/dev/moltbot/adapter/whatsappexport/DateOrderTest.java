package dev.moltbot.adapter.whatsappexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.SampleFile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which number is the day, by the weakest evidence that decides. */
class DateOrderTest {

  @Test
  void believesDaysThatCanOnlyBeDays() {
    assertThat(days("01/02/2024", "13/02/2024")).containsExactly("2024-02-01", "2024-02-13");
    assertThat(days("01/02/2024", "02/13/2024")).containsExactly("2024-01-02", "2024-02-13");
  }

  @Test
  void believesThatChatsGoForward() {
    assertThat(days("05/01/2024", "03/02/2024")).containsExactly("2024-01-05", "2024-02-03");
    assertThat(days("01/05/2024", "02/03/2024")).containsExactly("2024-01-05", "2024-02-03");
  }

  @Test
  void believesTheNamesOfFiles() {
    assertThat(
            ReadChat.of(
                    "_chat.txt", "05/06/2024, 09:00 - Ada: IMG-20240506-WA0001.jpg (file attached)")
                .said())
        .first()
        .asString()
        .startsWith("2024-05-06");
  }

  @Test
  void believesDaysThatFollowEachOther() {
    assertThat(days("01/12/2024", "02/12/2024", "03/12/2024"))
        .containsExactly("2024-12-01", "2024-12-02", "2024-12-03");
    assertThat(days("12/01/2024", "12/02/2024", "12/03/2024"))
        .containsExactly("2024-12-01", "2024-12-02", "2024-12-03");
  }

  @Test
  void asksTheOtherChatsThenTheRegionAndSaysSo() {
    String unclear = "05/06/2024, 09:00 - Ada: one";
    SampleFile american = SampleFile.of("chats/b.txt", "12/31/2024, 09:00 - Ada: one");
    SampleFile beside = new SampleFile("chats/a.txt", unclear.getBytes(UTF_8), List.of(american));
    assertThat(ReadChat.of(beside, ReadChat.NOBODY).said().getFirst()).startsWith("2024-05-06");
    SampleFile alone = SampleFile.of("chats/a.txt", unclear);
    ReadChat german = ReadChat.of(alone, ReadChat.NOBODY);
    assertThat(german.said().getFirst()).startsWith("2024-06-05");
    assertThat(german.skipped()).containsKey(Chats.GUESSED_ORDER);
    var us = new ExportOptions(Set.of(), "US", ZoneOffset.UTC);
    assertThat(ReadChat.of(alone, us).said().getFirst()).startsWith("2024-05-06");
  }

  @Test
  void asksNobodyWhereTheLayoutTells() {
    assertThat(days("05.06.24")).containsExactly("2024-06-05");
    assertThat(ReadChat.of("_chat.txt", "5/6/24, 9:00\u202FAM - Ada: one").said().getFirst())
        .startsWith("2024-05-06");
  }

  @Test
  void readsTwoPhonesInOneFile() {
    assertThat(days("13/02/2024", "14/02/2024", "02/15/2024"))
        .containsExactly("2024-02-13", "2024-02-14", "2024-02-15");
  }

  private static List<String> days(String... dates) {
    String text =
        Stream.of(dates).map(date -> date + ", 09:00 - Ada: one").collect(Collectors.joining("\n"));
    ReadChat chat = ReadChat.of(SampleFile.of("_chat.txt", text), ReadChat.NOBODY);
    return chat.said().stream().map(said -> said.substring(0, 10)).toList();
  }
}
