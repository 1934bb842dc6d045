package dev.moltbot.adapter.postgres.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.Bench;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.question.QuestionText;
import dev.moltbot.flow.AnswerQuestions;
import dev.moltbot.flow.Step;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Heard;
import dev.moltbot.port.Question;
import dev.moltbot.port.ShownCard;
import dev.moltbot.testkit.Messages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a question, from what the owner typed to what the owner is shown. */
class QuestionsTest {
  private static final String WORDS = "canary-question about Ada?";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Bench bench;
  private PostgresQuestions questions;
  private AnswerQuestions flow;
  private final Queue<Answerer.Result> results = new ArrayDeque<>();
  private final List<Question> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private boolean deskReachable = true;

  @BeforeEach
  void open() {
    bench = new Bench();
    questions = new PostgresQuestions(bench.database.database());
    flow = new AnswerQuestions(questions, new Assistant(), new Desk(), bench.time);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void isAskedOnceTakenLookedAtAnsweredAndTold() {
    hear("telegram 1");
    hear("telegram 1");
    results.add(new Answerer.Result.Working("task-7"));
    results.add(new Answerer.Result.Working("task-7"));
    results.add(new Answerer.Result.Answered(new UntrustedText("canary-answer")));
    work();
    assertThat(told).isEmpty();
    bench.time.advance(MINUTE);
    work();
    bench.time.advance(MINUTE);
    work();
    assertThat(asked)
        .extracting(Question::stage)
        .containsExactly(
            new Question.Stage.Open("", 0),
            new Question.Stage.Open("task-7", 0),
            new Question.Stage.Open("task-7", 0));
    assertThat(told)
        .containsExactly(
            "Shinodo answers (you asked: canary-question about Ada?):", "quoted: canary-answer");
    assertThat(record())
        .containsExactly("QuestionAsked", "QuestionTaken", "QuestionAnswered", "AnswerTold");
    assertThat(bench.audit.tail(99))
        .extracting(AuditEntry::payload)
        .noneMatch(p -> p.contains("canary"));
  }

  @Test
  void tellsTheOwnerWhenNobodyAnswers() {
    hear("telegram 1");
    for (int i = 0; i < 3; i++) {
      results.add(new Answerer.Result.Unavailable("Shinodo cannot be reached"));
      work();
      assertThat(told).hasSize(i < 2 ? 0 : 1);
      bench.time.advance(MINUTE);
    }
    assertThat(told.getFirst()).contains("did not answer", "Shinodo cannot be reached.");
    hear("telegram 2");
    results.add(new Answerer.Result.Refused("it refused"));
    work();
    assertThat(told.getLast()).contains("it refused.");
    hear("telegram 3");
    bench.time.advance(MINUTE.multipliedBy(11));
    work();
    assertThat(told.getLast()).contains("longer than 10 minutes");
  }

  @Test
  void isToldLaterWhereTheDeskIsAway() {
    hear("telegram 1");
    results.add(new Answerer.Result.Answered(new UntrustedText("yes")));
    deskReachable = false;
    work();
    assertThat(told).isEmpty();
    deskReachable = true;
    bench.time.advance(MINUTE);
    work();
    assertThat(told).hasSize(2);
  }

  @Test
  void survivesWhoeverTookItAndDied() throws SQLException {
    hear("telegram 1");
    Question lost = questions.claimNext(MINUTE, bench.now()).orElseThrow();
    assertThat(questions.claimNext(MINUTE, bench.now())).isEmpty();
    bench.time.advance(MINUTE);
    Question taken = questions.claimNext(MINUTE, bench.now()).orElseThrow();
    questions.failed(lost, "void", bench.now());
    assertThat(record()).containsExactly("QuestionAsked");
    new PostgresLeftovers(bench.database.database()).clear(bench.now());
    questions.told(taken, bench.now());
    results.add(new Answerer.Result.Answered(new UntrustedText("yes")));
    work();
    assertThat(told).hasSize(2);
    assertThat(bench.database.asOwner("select state from question")).isEqualTo("told");
  }

  private void hear(String message) {
    questions.ask(bench.ids.question(), new QuestionText(WORDS), message, bench.now());
  }

  private void work() {
    Step step = flow.answer();
    while (step instanceof Step.Worked) {
      step = flow.answer();
    }
  }

  private List<String> record() {
    return bench.audit.tail(99).stream().map(AuditEntry::type).toList();
  }

  private final class Assistant implements Answerer {
    @Override
    public String name() {
      return "Shinodo";
    }

    @Override
    public String remedy() {
      return "";
    }

    @Override
    public Result ask(Question question) {
      asked.add(question);
      return results.remove();
    }
  }

  private final class Desk implements ApprovalDesk {
    @Override
    public AccountId account() {
      return Messages.account("desk");
    }

    @Override
    public DeskResult ask(Card card) {
      throw new AssertionError("no cards here");
    }

    @Override
    public DeskResult close(ShownCard where, Card card, CardState state) {
      throw new AssertionError("no cards here");
    }

    @Override
    public DeskResult tell(String words) {
      if (!deskReachable) {
        return new DeskResult.Unreachable(MINUTE, "away");
      }
      told.add(words);
      return new DeskResult.Shown(new ShownCard(List.of("1")));
    }

    @Override
    public DeskResult tell(String words, UntrustedText quoted) {
      DeskResult result = tell(words);
      if (deskReachable) {
        told.add("quoted: " + quoted.reveal());
      }
      return result;
    }

    @Override
    public Heard listen(Cursor from, Duration wait) {
      return new Heard.Actions(List.of(), from);
    }

    @Override
    public void acknowledge(String tap, String words) {}
  }
}
