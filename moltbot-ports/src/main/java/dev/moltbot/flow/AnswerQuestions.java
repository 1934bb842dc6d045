package dev.moltbot.flow;

import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Answerer;
import dev.moltbot.port.ApprovalDesk;
import dev.moltbot.port.DeskResult;
import dev.moltbot.port.Question;
import dev.moltbot.port.Questions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Hands the owner's questions to their assistant, and shows the owner what comes back. Apart from
 * the five hops: no message goes in, and no draft comes out. A crash may ask or show twice, and
 * loses nothing.
 */
public final class AnswerQuestions {
  /** Longer than asking, and than showing, may take. */
  static final Duration LEASE = Duration.ofMinutes(2);

  /** How long until work under way is asked about again, at first; later less often. */
  static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** The pause grows with the age of the question, by this part of it. */
  static final int AGE_DIVISOR = 5;

  /** How long until an assistant that could not be asked is asked again. */
  static final Duration RETRY = Duration.ofSeconds(10);

  /** Most times in a row that it could not be asked. */
  static final int MAX_MISSES = 3;

  /** Longest wait for an answer. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  static final Duration STOPPED_RETRY = Duration.ofMinutes(1);

  private final Questions questions;
  private final Answerer answerer;
  private final ApprovalDesk desk;
  private final InstantSource time;

  public AnswerQuestions(
      Questions questions, Answerer answerer, ApprovalDesk desk, InstantSource time) {
    this.questions = questions;
    this.answerer = answerer;
    this.desk = desk;
    this.time = time;
  }

  /** Takes one question one step further. */
  public Step answer() {
    return questions.claimNext(LEASE, time.instant()).map(this::goOn).orElseGet(Step.Idle::new);
  }

  private Step goOn(Question question) {
    return switch (question.stage()) {
      case Question.Stage.Open open -> ask(question, open);
      case Question.Stage.Answered(UntrustedText answer) ->
          settled(question, desk.tell(about(question, "answers"), answer));
      case Question.Stage.Failed(String reason) ->
          settled(question, desk.tell(about(question, "did not answer") + " " + reason + "."));
    };
  }

  private Step ask(Question question, Question.Stage.Open open) {
    if (time.instant().isAfter(question.askedAt().plus(PATIENCE))) {
      return fail(question, "It took longer than " + PATIENCE.toMinutes() + " minutes");
    }
    return switch (answerer.ask(question)) {
      case Answerer.Result.Answered(UntrustedText answer) -> {
        questions.answered(question, answer, time.instant());
        yield new Step.Worked();
      }
      case Answerer.Result.Working(String reference) -> {
        Instant now = time.instant();
        questions.taken(question, reference, now.plus(pause(question, now)), now);
        yield new Step.Worked();
      }
      case Answerer.Result.Refused(String reason) -> fail(question, reason);
      case Answerer.Result.Unavailable(String reason) -> missed(question, open, reason);
    };
  }

  private static Duration pause(Question question, Instant now) {
    Duration part = Duration.between(question.askedAt(), now).dividedBy(AGE_DIVISOR);
    return part.compareTo(LOOK_AGAIN) > 0 ? part : LOOK_AGAIN;
  }

  private Step missed(Question question, Question.Stage.Open open, String reason) {
    if (open.misses() + 1 >= MAX_MISSES) {
      return fail(question, reason);
    }
    questions.missed(question, time.instant().plus(RETRY));
    return new Step.Worked();
  }

  private Step fail(Question question, String reason) {
    questions.failed(question, reason, time.instant());
    return new Step.Worked();
  }

  private String about(Question question, String what) {
    return "%s %s (you asked: %s):".formatted(answerer.name(), what, question.text().excerpt());
  }

  private Step settled(Question question, DeskResult result) {
    return switch (result) {
      case DeskResult.Shown shown -> {
        questions.told(question, time.instant());
        yield new Step.Worked();
      }
      case DeskResult.Unreachable un -> later(question, un.retryAfter(), un.reason());
      case DeskResult.Stopped stopped -> later(question, STOPPED_RETRY, stopped.reason());
    };
  }

  private Step later(Question question, Duration delay, String reason) {
    questions.notTold(question, time.instant().plus(delay));
    return new Step.BackOff(delay, reason);
  }
}
