package dev.moltbot.adapter.desk;

import static dev.moltbot.adapter.desk.DeskOnTelegram.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.utility.BotUtils;
import dev.moltbot.botapi.FakeJson;
import dev.moltbot.card.Cards;
import dev.moltbot.card.VisibleText;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the owner sees of a card, from the first look to its end. */
class CardOnTelegramTest {
  private static final String[] ALPHABET = {
    "word ",
    "слово ",
    "\n",
    "👩‍👩‍👧‍👦",
    "🇺🇦",
    "👍🏽",
    "مرحبا ",
    "שלום ",
    "é",
    "\t",
    "q\u030A ",
    "_*[x](y)`~ ",
    "/pause "
  };

  private final DeskOnTelegram it = new DeskOnTelegram();

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void showsWhoAsksAndTheWholeReplyWithFourButtons() {
    Card card = Cards.card(1, "Can we meet on Friday?", "Friday at noon suits me.");

    ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));

    assertThat(where.parts()).containsExactly(Long.toString(it.last().id()));
    assertThat(it.last().text())
        .contains("gmail, needs reply (your account \u2068me\u2069)", "From: \u2068ada\u2069")
        .contains("\u2068ada@example.org\u2069", "New: the first message", "Ada asks to meet.")
        .contains("Can we meet on Friday?", "Friday at noon suits me.")
        .endsWith("Open until 2 Jan 2026, 12:00 Z, draft " + card.request().digest().abbreviated());
    assertThat(it.last().buttons())
        .extracting(FakeTelegram.ShownButton::label)
        .containsExactly("Approve", "Rewrite", "Reject", "Later");
  }

  @Test
  void countsExactlyWhatItLeavesOutOfTheMessage() {
    it.desk.ask(Cards.card(1, "x".repeat(1_500 + 1_240), "fine"));

    assertThat(it.last().text()).contains("\n1,240 more characters\n");
  }

  @Test
  void losesNoCharacterOfAnyReply() {
    for (int seed = 0; seed < 60; seed++) {
      Card card = Cards.card(seed, "hello", reply(new Random(seed)));
      ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));

      StringBuilder shown = new StringBuilder();
      for (FakeTelegram.Shown part : parts(where)) {
        assertThat(part.text().length()).isLessThanOrEqualTo(4_096);
        part.entities().forEach(entity -> shown.append(pre(part.text(), entity)));
      }
      assertThat(shown).hasToString("hello" + VisibleText.of(card.draft().text().value()));
    }
  }

  @Test
  void numbersThePartsAndHangsTheButtonsOnTheLast() {
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(Cards.card(1, "y".repeat(9_000))));

    List<FakeTelegram.Shown> parts = parts(where);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).text()).startsWith("1/3\n").endsWith("(goes on in 2/3)");
    assertThat(parts.get(2).text()).startsWith("3/3\n");
    assertThat(parts.get(0).buttons()).isEmpty();
    assertThat(parts.get(1).buttons()).isEmpty();
    assertThat(parts.get(2).buttons()).hasSize(4);
  }

  @Test
  void makesNothingTappableOfWhatOthersWrote() {
    it.desk.ask(Cards.card(1, "/resume https://evil.example @admin", "see https://example.org"));

    FakeTelegram.Shown shown = it.last();
    for (String word :
        List.of("/resume", "https://evil.example", "@admin", "https://example.org")) {
      int at = shown.text().indexOf(word);
      assertThat(shown.entities()).anyMatch(entity -> isVerbatim(entity) && covers(entity, at));
    }
    assertThat(it.telegram.requests("sendMessage"))
        .allMatch(
            r -> Map.of("is_disabled", true).equals(r.parameters().get("link_preview_options")))
        .noneMatch(r -> r.parameters().containsKey("parse_mode"));
  }

  /** An assistant's answer may repeat what strangers wrote. */
  @Test
  void makesNothingTappableOfAQuotationHoweverLong() {
    String words = "/resume https://evil.example @admin \u202e ";
    var quoted = new UntrustedText(words.repeat(150));
    ShownCard where = DeskOnTelegram.shown(it.desk.tell("It answers:", quoted));

    List<FakeTelegram.Shown> parts = parts(where);
    assertThat(parts).hasSizeGreaterThan(1);
    assertThat(parts.getFirst().text()).contains("It answers:").doesNotContain("\u202e");
    for (FakeTelegram.Shown part : parts) {
      for (int at = part.text().indexOf('/', 3); at >= 0; at = part.text().indexOf('/', at + 1)) {
        int place = at;
        boolean ours = part.text().startsWith("(goes on in", part.text().lastIndexOf('\n', at) + 1);
        assertThat(part.entities())
            .anyMatch(entity -> ours || (isVerbatim(entity) && covers(entity, place)));
      }
    }
  }

  @Test
  void endsInEveryStateWithoutButtonsAndWithTheReplyStillInView() {
    List<CardState> states =
        List.of(
            new CardState.Approved(),
            new CardState.Sent(SettableTime.NOON),
            new CardState.NotSent("the channel said no"),
            new CardState.NotSure("r".repeat(5_000)),
            new CardState.Rejected(),
            new CardState.Replaced(),
            new CardState.Postponed(SettableTime.NOON),
            new CardState.Expired(),
            new CardState.AnsweredElsewhere(SettableTime.NOON));
    for (CardState state : states) {
      Card card = Cards.card(1, "z".repeat(4_097));
      ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));

      assertThat(it.desk.close(where, card, state)).isEqualTo(new DeskResult.Shown(where));

      assertThat(parts(where)).allMatch(part -> part.buttons().isEmpty());
      assertThat(it.last().text()).doesNotStartWith("2/2").contains("2/2\n", "zzz");
    }
  }

  @Test
  void closesACardTwiceOrOneThatIsGoneWithoutComplaint() {
    Card card = Cards.card(1, "fine");
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));

    DeskResult first = it.desk.close(where, card, new CardState.Rejected());
    assertThat(it.desk.close(where, card, new CardState.Rejected())).isEqualTo(first);
    ShownCard gone = new ShownCard(List.of("1"));
    assertThat(it.desk.close(gone, card, new CardState.Rejected()))
        .isEqualTo(new DeskResult.Shown(gone));
  }

  @Test
  void countsAnEditAsDoneWhateverItsResultIs() {
    Card card = Cards.card(1, "fine");
    ShownCard where = DeskOnTelegram.shown(it.desk.ask(card));
    it.telegram.failNext("editMessageText", new FakeFault.NoResult());

    assertThat(it.desk.close(where, card, new CardState.Rejected()))
        .isEqualTo(new DeskResult.Shown(where));
    it.telegram.failNext("sendMessage", new FakeFault.NoResult());
    assertThat(it.desk.tell("hello")).isInstanceOf(DeskResult.Unreachable.class);
  }

  @Test
  void isUnreachableWhenTelegramIsInTheMiddleOfACard() {
    it.telegram.failNext("sendMessage", FakeFault.tooManyRequests(3));

    assertThat(it.desk.ask(Cards.card(1, "y".repeat(9_000))))
        .isEqualTo(new DeskResult.Unreachable(Duration.ofSeconds(3), "Telegram asks for a pause"));
  }

  @Test
  void saysWhatToDoWhenThereIsNoChat() {
    it.telegram.failNext(
        "sendMessage", FakeFault.error(400, "Bad Request: chat not found", Map.of()));

    assertThat(((DeskResult.Stopped) it.desk.tell("hello")).remedy()).contains("press Start");
  }

  @Test
  void writesWhatAnotherClientsModelReads() {
    it.desk.ask(Cards.card(1, "fine"));

    Map<String, Object> sent = it.telegram.requests("sendMessage").getFirst().parameters();
    InlineKeyboardMarkup keyboard =
        BotUtils.fromJson(
            FakeJson.write(FakeJson.map(sent.get("reply_markup"))), InlineKeyboardMarkup.class);
    MessageEntity[] entities =
        BotUtils.fromJson(
            FakeJson.write(FakeJson.maps(sent.get("entities"))), MessageEntity[].class);

    assertThat(keyboard.inlineKeyboard()[0][0].text()).isEqualTo("Approve");
    assertThat(entities).isNotEmpty().allMatch(entity -> entity.type() != null);
  }

  private List<FakeTelegram.Shown> parts(ShownCard where) {
    return it.telegram.shown(OWNER.id()).stream()
        .filter(message -> where.parts().contains(Long.toString(message.id())))
        .toList();
  }

  private static String reply(Random random) {
    StringBuilder reply = new StringBuilder("x");
    for (int i = random.nextInt(2_500); i > 0; i--) {
      reply.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return reply.toString();
  }

  private static String pre(String text, Map<String, Object> entity) {
    int from = (int) FakeJson.number(entity, "offset", 0);
    int to = from + (int) FakeJson.number(entity, "length", 0);
    return "pre".equals(entity.get("type")) ? text.substring(from, to) : "";
  }

  private static boolean isVerbatim(Map<String, Object> entity) {
    return "pre".equals(entity.get("type")) || "code".equals(entity.get("type"));
  }

  private static boolean covers(Map<String, Object> entity, int at) {
    long from = FakeJson.number(entity, "offset", 0);
    return from <= at && at < from + FakeJson.number(entity, "length", 0);
  }
}
