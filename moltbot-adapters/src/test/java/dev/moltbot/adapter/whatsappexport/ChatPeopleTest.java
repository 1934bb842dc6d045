package dev.moltbot.adapter.whatsappexport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.export.SampleFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who the owner is, who the other is, and how people and chats are named. */
class ChatPeopleTest {
  private static final String ADA = "31/12/2024, 09:00 - Ada Byron: hello";
  private static final String BO = "31/12/2024, 09:01 - Bo: hi";

  @ParameterizedTest
  @CsvSource({
    "WhatsApp Chat with Ada Byron.txt",
    "WhatsApp Chat with Ada Byron (2).txt",
    "WhatsApp Chat - Ada Byron.zip/_chat.txt",
    "WhatsApp Chat - Ada Byron/_chat.txt",
    "WhatsApp Chat mit Ada Byron.txt",
    "WhatsApp-Chat mit Ada Byron.txt",
    "Chat de WhatsApp con Ada Byron.txt",
    "Discussion WhatsApp avec Ada Byron.txt",
    "Chat WhatsApp con Ada Byron.txt",
    "Conversa do WhatsApp com Ada Byron.txt",
    "WhatsApp-chat met Ada Byron.txt",
    "Чат WhatsApp с Ada Byron.txt",
    "Чат WhatsApp с контактом Ada Byron.txt",
    "Чат WhatsApp з Ada Byron.txt",
    "Czat WhatsApp z Ada Byron.txt",
    "Ada Byron ile WhatsApp Sohbeti.txt",
    "WhatsApp-chatt med Ada Byron.txt",
    "צ'אט WhatsApp עם Ada Byron.txt",
    "محادثة واتساب مع Ada Byron.txt",
    "Ada Byron के साथ WhatsApp चैट.txt",
    "Ada Byron님과의 WhatsApp 대화.txt",
    "与Ada Byron的 WhatsApp 聊天.txt",
    "WhatsApp与Ada Byron的聊天.txt",
    "WhatsApp-keskustelu Ada Byron.txt",
    "Chat WhatsApp dengan Ada Byron.txt",
    "Conversație WhatsApp cu Ada Byron.txt",
    "Ada Byron.txt"
  })
  void knowsTheOtherByTheFilesName(String name) {
    ReadChat chat = ReadChat.of(name, ADA, BO);
    assertThat(mine(chat)).containsExactly("Bo");
    assertThat(chat.with(Trait.DISCUSSION)).isZero();
    InboundMessage own = chat.messages().getLast();
    assertThat(own.audience())
        .extracting(to -> to.address().value())
        .containsExactly("name:Ada Byron");
    assertThat(own.conversation().nativeId()).isEqualTo("chat:ada byron");
  }

  @Test
  void takesTheOwnersWordForIt() {
    ReadChat chat = ReadChat.of(SampleFile.of("_chat.txt", ADA + "\n" + BO), ReadChat.me("bo "));
    assertThat(mine(chat)).containsExactly("Bo");
    assertThat(chat.messages().getFirst().conversation().nativeId()).isEqualTo("chat:ada byron");
    assertThat(chat.skipped()).isEmpty();
  }

  @Test
  void knowsTheOwnerByWhatOnlyTheOwnerCanDo() {
    ReadChat chat =
        ReadChat.of("_chat.txt", ADA, BO, "31/12/2024, 09:02 - Bo: You deleted this message");
    assertThat(mine(chat)).containsExactly("Bo");
    assertThat(mine(ReadChat.of("_chat.txt", ADA, "31/12/2024, 09:02 - You: me")))
        .containsExactly("You");
  }

  @Test
  void knowsTheOwnerByTheOtherChatsOfTheFolder() {
    SampleFile with = SampleFile.of("chats/x.txt", "31/12/2024, 09:00 - Cy: hello\n" + BO);
    SampleFile more = SampleFile.of("chats/y.txt", "31/12/2024, 09:00 - Di: hello\n" + BO);
    SampleFile asked =
        new SampleFile("chats/z.txt", (ADA + "\n" + BO).getBytes(UTF_8), List.of(with, more));
    assertThat(mine(ReadChat.of(asked, ReadChat.NOBODY))).containsExactly("Bo");
  }

  @Test
  void saysWhenNobodyCanTell() {
    ReadChat chat = ReadChat.of("_chat.txt", ADA, BO);
    assertThat(chat.messages()).hasSize(2);
    assertThat(mine(chat)).isEmpty();
    assertThat(chat.with(Trait.DISCUSSION)).as("nobody waits for anybody").isEqualTo(2);
    assertThat(chat.skipped()).containsKey(Chats.NO_OWNER);
  }

  @Test
  void tellsTheOwnerForOtherChats() throws IOException {
    var format = new WhatsappChat();
    assertThat(format.owners(SampleFile.of("WhatsApp Chat with Ada Byron.txt", ADA + "\n" + BO)))
        .containsExactly("Bo");
    assertThat(format.owners(SampleFile.of("_chat.txt", ADA + "\n" + BO))).isEmpty();
  }

  @Test
  void takesThreeForAGroup() {
    ReadChat chat =
        ReadChat.of("WhatsApp Chat with Us.txt", ADA, BO, "31/12/2024, 09:02 - Cy: three");
    assertThat(chat.with(Trait.DISCUSSION)).isEqualTo(3);
    assertThat(chat.messages().getFirst().conversation().nativeId()).isEqualTo("chat:us");
  }

  @Test
  void namesPeopleByNumberByNameOrWithinTheirChat() {
    ReadChat chat =
        ReadChat.of(
            "WhatsApp Chat with Us.txt",
            "31/12/2024, 09:00 - \u202A+49\u00A0171\u00A01234567\u202C: one",
            "31/12/2024, 09:01 - ~\u202FMax: two",
            "31/12/2024, 09:02 - Ada: three",
            "31/12/2024, 09:03 - ada@example.org: four");
    assertThat(chat.messages())
        .extracting(message -> message.sender().address().value())
        .containsExactly("+491711234567", "name:~ Max in us", "name:Ada", "name:ada @example.org");
    assertThat(chat.messages())
        .extracting(message -> message.sender().name().reveal())
        .containsExactly("", "Max", "Ada", "ada@example.org");
  }

  private static Set<String> mine(ReadChat chat) {
    return chat.messages().stream()
        .filter(message -> message.has(Trait.FROM_OWNER))
        .map(message -> message.sender().name().reveal())
        .collect(Collectors.toSet());
  }
}
