package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Column;
import dev.moltbot.adapter.postgres.transaction.Keys;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.SafeText;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.domain.approval.Verdict;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Destination;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.draft.DraftText;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.port.Capabilities;
import dev.moltbot.port.Drafts.Terms;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Drafts, read and written. A stored draft never changes: other words are another draft. */
final class DraftRows {
  /** With {@link #FROM}: everything {@link #read} and {@link #assessment} ask for. */
  static final String COLUMNS =
      """
      d.draft_id, d.recipients, d.subject as draft_subject, d.reference as draft_reference,
      d.ancestors as draft_ancestors, d.words, d.author, d.category as draft_category, d.summary,
      d.language, d.notes, d.suspicious, d.card_note, d.by_hand
      """;

  static final String FROM =
      " draft d join message m on m.message_id = d.answering"
          + " join conversation c on c.conversation_id = d.conversation_id"
          + " join account a on a.account_id = c.account_id ";

  /** Enough of the answered message to name it. */
  static final String ANSWERING =
      "m.native_id as message_id, c.native_id as conversation, a.channel, a.name as account";

  private static final String INSERT =
      """
      insert into draft (draft_id, conversation_id, answering, recipients, subject, reference,
          ancestors, words, digest, author, category, summary, language, notes, suspicious,
          answer_by, by_hand, proposed_at, ask_at)
      select ?, m.conversation_id, m.message_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      from message m join account a on a.account_id = m.account_id
      where a.channel = ? and a.name = ? and m.native_key = ?
      """;

  private static final String COPY =
      """
      insert into draft (draft_id, conversation_id, answering, recipients, subject, reference,
          ancestors, words, digest, author, category, summary, language, notes, suspicious,
          answer_by, by_hand, card_note, proposed_at, ask_at, repeats)
      select ?, conversation_id, answering, recipients, subject, reference, ancestors, ?, ?, ?,
          category, summary, language, notes, suspicious, answer_by, by_hand, ?, ?, ?, ?
      from draft where draft_id = ?
      """;

  private DraftRows() {}

  static Draft read(Row row) throws SQLException {
    AccountId account = AccountRows.read(row);
    return new Draft(
        new DraftId(row.uuid("draft_id")),
        new MessageId(account, row.text("message_id")),
        new Destination(
            new ConversationId(account, row.text("conversation")),
            row.texts("recipients").stream().map(Address::new).toList(),
            row.text("draft_subject"),
            new Threading(row.text("draft_reference"), row.texts("draft_ancestors"))),
        new DraftText(row.text("words")));
  }

  static Assessment assessment(Row row) throws SQLException {
    return new Assessment(
        Category.valueOf(row.text("draft_category")),
        new UntrustedText(row.text("summary")),
        row.text("language"),
        new UntrustedText(row.text("notes")),
        row.yes("suspicious"));
  }

  static Capabilities.Sending sending(Row row) throws SQLException {
    return row.yes("by_hand") ? Capabilities.Sending.BY_HAND : Capabilities.Sending.DIRECT;
  }

  static Draft load(Tx tx, UUID draft) throws SQLException {
    String sql = "select " + COLUMNS + ", " + ANSWERING + " from" + FROM + "where d.draft_id = ?";
    return tx.one(sql, DraftRows::read, draft);
  }

  /** When the draft's channel stops taking it. */
  static Instant answerBy(Tx tx, UUID draft) throws SQLException {
    String sql = "select answer_by from draft where draft_id = ?";
    return tx.one(sql, row -> row.maybeInstant("answer_by"), draft).orElse(Instant.MAX);
  }

  /** Stores a draft that is to be asked about at once. */
  static void insert(
      Tx tx, Draft draft, Assessment assessment, String author, Terms terms, Instant now)
      throws SQLException {
    Draft stored = storable(draft);
    AccountId account = draft.answering().account();
    int rows =
        tx.run(
            INSERT,
            stored.id().value(),
            Column.of("text", stored.to().recipients(), Address::value),
            stored.to().subject(),
            stored.to().threading().reference(),
            Column.texts(stored.to().threading().ancestors()),
            stored.text().value(),
            stored.digest().hex(),
            author,
            assessment.category().name(),
            assessment.summary().reveal(),
            assessment.language(),
            assessment.notes().reveal(),
            assessment.suspicious(),
            terms.answerBy().equals(Instant.MAX) ? Optional.empty() : terms.answerBy(),
            terms.sending() == Capabilities.Sending.BY_HAND,
            now,
            now,
            account.channel().value(),
            account.name(),
            Keys.of(draft.answering().nativeId()));
    if (rows != 1) {
      throw new IllegalArgumentException("the draft answers a message that is not stored");
    }
    generated(tx, stored, author, assessment.category().name());
  }

  /** A new draft to the same recipients: other words, or the same words another time. */
  static void copy(Tx tx, Draft from, DraftId fresh, Copy copy, Instant now) throws SQLException {
    Draft stored = storable(new Draft(fresh, from.answering(), from.to(), copy.text()));
    tx.run(
        COPY,
        fresh.value(),
        stored.text().value(),
        stored.digest().hex(),
        copy.author(),
        copy.note(),
        now,
        now,
        copy.repeats() ? Optional.of(from.id().value()) : Optional.empty(),
        from.id().value());
    generated(tx, stored, copy.author(), copy.category().name());
  }

  /**
   * What is different about a copy.
   *
   * @param repeats whether it is the same reply another time, for want of knowing about the first
   */
  record Copy(DraftText text, String author, String note, Category category, boolean repeats) {
    static Copy ownWords(Verdict.Replace replace, Category category) {
      return new Copy(replace.words(), "owner", "", category, false);
    }
  }

  /** The digest is over what is stored, and only what is stored is ever shown or sent. */
  private static Draft storable(Draft draft) {
    String words = draft.text().value();
    return SafeText.isSafe(words)
        ? draft
        : new Draft(draft.id(), draft.answering(), draft.to(), DraftText.of(SafeText.of(words)));
  }

  private static void generated(Tx tx, Draft draft, String author, String category) {
    String id = draft.id().value().toString();
    tx.audit(new AuditEvent.DraftGenerated(id, draft.digest().hex(), author, category));
    tx.leavesWork();
  }
}
