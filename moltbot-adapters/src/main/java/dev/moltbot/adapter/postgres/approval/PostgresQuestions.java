package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Database;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.question.QuestionId;
import dev.moltbot.domain.question.QuestionText;
import dev.moltbot.port.Question;
import dev.moltbot.port.Questions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the owner asked, in its table. Thread-safe. */
public final class PostgresQuestions implements Questions {
  private static final String ASK =
      """
      insert into question (question_id, heard_as, words, asked_at, state, state_at, due_at)
      values (?, ?, ?, ?, 'open', ?, ?)
      on conflict (heard_as) do nothing
      """;

  private static final String CLAIM =
      """
      update question
      set lease = nextval('lease_number'), lease_until = ?
      where question_id = (
          select question_id from question
          where due_at <= ? and (lease_until is null or lease_until <= ?)
          order by due_at for update skip locked limit 1)
      returning question_id, words, asked_at, state, reference, misses, answer, reason, lease
      """;

  /** A claim that was taken over has another number by now. */
  private static final String HELD = " where lease = ? and lease_until is not null";

  private static final String TAKEN =
      "update question set reference = ?, misses = 0, due_at = ?, lease_until = null" + HELD;

  private static final String MISSED =
      "update question set misses = misses + 1, due_at = ?, lease_until = null" + HELD;

  private static final String ANSWERED =
      "update question set state = 'answered', state_at = ?, answer = ?, due_at = ?,"
          + " lease_until = null"
          + HELD;

  private static final String FAILED =
      "update question set state = 'failed', state_at = ?, reason = ?, due_at = ?,"
          + " lease_until = null"
          + HELD;

  private static final String NOT_TOLD =
      "update question set due_at = ?, lease_until = null" + HELD;

  private static final String TOLD =
      "update question set state = 'told', state_at = ?, due_at = null, lease_until = null" + HELD;

  private final Database database;

  public PostgresQuestions(Database database) {
    this.database = database;
  }

  @Override
  public boolean ask(QuestionId id, QuestionText text, String heardAs, Instant now) {
    return database.change(now, tx -> ask(tx, id, text, heardAs, now));
  }

  private static boolean ask(Tx tx, QuestionId id, QuestionText text, String heardAs, Instant now)
      throws SQLException {
    boolean fresh = tx.run(ASK, id.value(), heardAs, text.value(), now, now, now) > 0;
    if (fresh) {
      tx.audit(new AuditEvent.QuestionAsked(id.value().toString(), text.value().length()));
      tx.leavesWork();
    }
    return fresh;
  }

  @Override
  public Optional<Question> claimNext(Duration lease, Instant now) {
    return database.change(
        now, tx -> tx.first(CLAIM, PostgresQuestions::read, now.plus(lease), now, now));
  }

  private static Question read(Row row) throws SQLException {
    return new Question(
        new QuestionId(row.uuid("question_id")),
        new QuestionText(row.text("words")),
        row.instant("asked_at"),
        stage(row),
        row.number("lease"));
  }

  private static Question.Stage stage(Row row) throws SQLException {
    String state = row.text("state");
    return switch (state) {
      case "open" ->
          new Question.Stage.Open(row.text("reference"), Math.toIntExact(row.number("misses")));
      case "answered" -> new Question.Stage.Answered(new UntrustedText(row.text("answer")));
      case "failed" -> new Question.Stage.Failed(row.text("reason"));
      default -> throw new IllegalStateException("a question that is " + state);
    };
  }

  @Override
  public void taken(Question question, String reference, Instant lookAt, Instant now) {
    boolean first =
        question.stage() instanceof Question.Stage.Open(String known, int misses)
            && known.isEmpty();
    database.run(
        now,
        tx -> {
          if (tx.run(TAKEN, reference, lookAt, question.lease()) > 0 && first) {
            tx.audit(new AuditEvent.QuestionTaken(id(question)));
          }
        });
  }

  @Override
  public void missed(Question question, Instant retryAt) {
    database.run(retryAt, tx -> tx.run(MISSED, retryAt, question.lease()));
  }

  @Override
  public void answered(Question question, UntrustedText answer, Instant now) {
    var event = new AuditEvent.QuestionAnswered(id(question), answer.length());
    settle(event, now, ANSWERED, now, answer.reveal(), now, question.lease());
  }

  @Override
  public void failed(Question question, String reason, Instant now) {
    var event = new AuditEvent.QuestionFailed(id(question), reason);
    settle(event, now, FAILED, now, reason, now, question.lease());
  }

  @Override
  public void notTold(Question question, Instant retryAt) {
    database.run(retryAt, tx -> tx.run(NOT_TOLD, retryAt, question.lease()));
  }

  @Override
  public void told(Question question, Instant now) {
    settle(new AuditEvent.AnswerTold(id(question)), now, TOLD, now, question.lease());
  }

  /** A claim that is void changes nothing, and nothing goes on record. */
  private void settle(AuditEvent event, Instant now, String sql, Object... arguments) {
    database.run(
        now,
        tx -> {
          if (tx.run(sql, arguments) > 0) {
            tx.audit(event);
            tx.leavesWork();
          }
        });
  }

  private static String id(Question question) {
    return question.id().value().toString();
  }
}
