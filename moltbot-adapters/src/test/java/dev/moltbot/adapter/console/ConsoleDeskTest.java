package dev.moltbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.card.Cards;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import dev.moltbot.testkit.SettableTime;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleDeskTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void showsTheCardAndHearsApproval() {
    ApprovalDesk desk = desk("a\n", false);
    Card card = Cards.card(1, "Friday at noon suits me.");
    DeskResult shown = desk.ask(card);

    OwnerAction.Tapped tap = only(desk.listen(Cursor.START, Duration.ZERO));

    assertThat(tap.verdict()).isEqualTo(new Verdict.Approve());
    assertThat(tap.request()).isEqualTo(card.request().id());
    assertThat(card.request().digest().hex()).startsWith(tap.digestPrefix());
    assertThat(shown).hasToString("Shown[where=ShownCard[parts=[" + tap.part() + "]]]");
    assertThat(screen())
        .contains("gmail, needs reply", "ada@example.org", "Can we meet on Friday?")
        .contains("  | Friday at noon suits me.", card.request().digest().abbreviated())
        .doesNotContain("\u001B");
  }

  @Test
  void hearsEveryKindOfAnswer() {
    assertThat(answer("n\n")).isEqualTo(new Verdict.Reject());
    assertThat(answer("ні\n")).isEqualTo(new Verdict.Reject());
    assertThat(answer("l\n")).isEqualTo(new Verdict.Later());
    assertThat(answer("r\n")).isEqualTo(new Verdict.Rewrite(""));
    assertThat(answer("r shorter\n")).isEqualTo(new Verdict.Rewrite("shorter"));
    assertThat(answer("rewrite: warmer\n")).isEqualTo(new Verdict.Rewrite("warmer"));
    assertThat(answer("e\nDear Ada,\nyes.\n.\n"))
        .isEqualTo(new Verdict.Replace(DraftText.of("Dear Ada,\nyes.")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\na\n", "\na\n", "e\n.\na\n", "send it\na\n", "A? \na\n"})
  void asksAgainUntilItUnderstands(String typed) {
    assertThat(answer(typed)).isEqualTo(new Verdict.Approve());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "q\n", "e\nDear Ada,\n"})
  void takesTheEndForLaterOfAllCards(String typed) {
    ApprovalDesk desk = desk(typed, false);
    desk.ask(Cards.card(1, "one"));
    desk.ask(Cards.card(2, "two"));

    assertThat(((Heard.Actions) desk.listen(Cursor.START, Duration.ZERO)).actions())
        .extracting(action -> ((OwnerAction.Tapped) action).verdict())
        .containsExactly(new Verdict.Later(), new Verdict.Later());
  }

  @Test
  void approvesEachCardByItselfWhenToldTo() {
    ApprovalDesk desk = desk("", true);
    for (int i = 0; i < ConsoleDesk.MAX_BATCH + 1; i++) {
      desk.ask(Cards.card(i, "reply " + i));
    }

    Heard.Actions first = (Heard.Actions) desk.listen(Cursor.START, Duration.ZERO);
    Heard.Actions second = (Heard.Actions) desk.listen(first.next(), Duration.ZERO);

    assertThat(first.actions()).hasSize(ConsoleDesk.MAX_BATCH).doesNotHaveDuplicates();
    assertThat(second.actions()).hasSize(1);
    assertThat(screen()).contains("  | reply 100");
  }

  @Test
  void offersTheWordsToCopyWhereOnlyTheOwnerCanSend() {
    ApprovalDesk desk = desk("a\ns\n", false);
    desk.ask(Cards.byHand(1, "Dear Ada,\nFriday suits me."));

    assertThat(only(desk.listen(Cursor.START, Duration.ZERO)).verdict())
        .isEqualTo(new Verdict.SentByHand());
    assertThat(screen())
        .contains("\nDear Ada,\nFriday suits me.\n", "[s]ent it", "I cannot send on this channel")
        .doesNotContain("[a]pprove");
  }

  @Test
  void takesNoWordForSentWhereTheProgramSends() {
    assertThat(answer("sent\na\n")).isEqualTo(new Verdict.Approve());
    assertThat(screen()).contains("I send this one");
  }

  @Test
  void marksNothingSentByItselfWhenToldToApproveAll() {
    ApprovalDesk desk = desk("", true);
    desk.ask(Cards.byHand(1, "one"));

    assertThat(only(desk.listen(Cursor.START, Duration.ZERO)).verdict())
        .isEqualTo(new Verdict.Later());
  }

  @Test
  void repeatsWhatItHeardUntilTheCursorMoves() {
    ApprovalDesk desk = desk("a\nn\n", false);
    desk.ask(Cards.card(1, "one"));
    desk.ask(Cards.card(2, "two"));

    Heard first = desk.listen(Cursor.START, Duration.ZERO);
    assertThat(desk.listen(Cursor.START, Duration.ZERO)).isEqualTo(first);
    Cursor next = ((Heard.Actions) first).next();
    assertThat(only(desk.listen(next, Duration.ZERO)).verdict()).isEqualTo(new Verdict.Reject());
  }

  @Test
  void asksNothingAboutACardThatWasClosedMeanwhile() {
    ApprovalDesk desk = desk("", false);
    Card card = Cards.card(1, "one");
    DeskResult.Shown shown = (DeskResult.Shown) desk.ask(card);

    desk.close(shown.where(), card, new CardState.AnsweredElsewhere(SettableTime.NOON));

    assertThat(desk.listen(Cursor.START, Duration.ZERO))
        .isEqualTo(new Heard.Actions(List.of(), Cursor.START));
    assertThat(screen()).contains("You answered elsewhere 1 Jan 2026, 12:00");
  }

  @Test
  void letsNoStrangerDriveTheTerminal() {
    ApprovalDesk desk = desk("a\n", false);
    desk.ask(Cards.card(1, "\u001B[2J\u001B]0;owned\u0007 hello", "fine"));
    desk.listen(Cursor.START, Duration.ZERO);

    assertThat(screen()).doesNotContain("\u001B").contains("⟦U+001B⟧[2J");
  }

  private Verdict answer(String typed) {
    ApprovalDesk desk = desk(typed, false);
    desk.ask(Cards.card(1, "one"));
    return only(desk.listen(Cursor.START, Duration.ZERO)).verdict();
  }

  private ApprovalDesk desk(String typed, boolean approveAll) {
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new StringReader(typed));
    ConsoleConfig config = new ConsoleConfig(out, in, approveAll, false, ZoneOffset.UTC);
    return new ConsoleModule(config).desk();
  }

  private String screen() {
    return screen.toString(StandardCharsets.UTF_8);
  }

  private static OwnerAction.Tapped only(Heard heard) {
    List<OwnerAction> actions = ((Heard.Actions) heard).actions();
    assertThat(actions).hasSize(1);
    return (OwnerAction.Tapped) actions.getFirst();
  }
}
