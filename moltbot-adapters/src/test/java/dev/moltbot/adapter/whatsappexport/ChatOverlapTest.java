package dev.moltbot.adapter.whatsappexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Exports of one chat, made at two times or on two phones, add nothing twice. */
class ChatOverlapTest {

  @Test
  void addsOnlyWhatIsNewInALaterExport() {
    ReadChat first =
        ReadChat.of(
            "WhatsApp Chat with Ada.txt",
            "12/30/24, 9:00 AM - Ada: one",
            "12/31/24, 9:00 AM - Bo: ok",
            "12/31/24, 9:00 AM - Bo: ok");
    ReadChat second =
        ReadChat.of(
            "WhatsApp Chat - Ada.zip/_chat.txt",
            "[31.12.24, 09:00:05] Bo: ok",
            "[31.12.24, 09:00:06] Bo: ok",
            "[31.12.24, 09:00:07] Bo: ok",
            "[31.12.24, 09:05:00] Ada: new");
    Set<String> all = new HashSet<>(first.ids());
    assertThat(all).hasSize(3);
    all.addAll(second.ids());
    assertThat(all).hasSize(5);
  }

  @Test
  void countsAFileOnceWithItsMediaAndWithout() {
    ReadChat with =
        ReadChat.of(
            "WhatsApp Chat with Ada.txt",
            "31/12/2024, 09:00 - Ada: IMG-20241231-WA0001.jpg (file attached)",
            "See?");
    ReadChat without =
        ReadChat.of(
            "WhatsApp Chat with Ada.txt", "31/12/2024, 09:00 - Ada: <Media omitted>", "See?");
    assertThat(with.ids()).isEqualTo(without.ids());
  }

  @Test
  void namesMessagesByTheirLocalTimeWhateverTheZone() {
    var file = dev.moltbot.export.SampleFile.of("_chat.txt", "31/12/2024, 09:00 - Ada: one");
    assertThat(ReadChat.of(file, ReadChat.in("Asia/Tokyo")).ids())
        .isEqualTo(ReadChat.of(file, ReadChat.NOBODY).ids());
  }
}
