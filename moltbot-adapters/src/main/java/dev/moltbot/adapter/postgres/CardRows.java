package dev.moltbot.adapter.postgres;

import dev.moltbot.domain.approval.ApprovalRequest;
import dev.moltbot.domain.approval.RequestId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Relationship;
import dev.moltbot.domain.draft.Assessment;
import dev.moltbot.domain.draft.Draft;
import dev.moltbot.domain.draft.DraftDigest;
import dev.moltbot.domain.draft.DraftId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.port.Card;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cards, put together from what is stored. */
final class CardRows {
  private static final String SELECT =
      "select r.request_id, r.digest as request_digest, r.opened_at, r.expires_at, "
          + DraftRows.COLUMNS
          + ", "
          + MessageRows.COLUMNS
          + " from request r join draft d on d.draft_id = r.draft_id join "
          + MessageRows.FROM
          + " on m.message_id = d.answering ";

  private CardRows() {}

  /** Everything about a card that is in one row; the relationship takes another look. */
  private record Stored(
      ApprovalRequest request,
      Draft draft,
      InboundMessage answering,
      Assessment assessment,
      List<Finding> findings,
      String author,
      String note) {

    static Stored read(Row row) throws SQLException {
      return new Stored(
          CardRows.request(row),
          DraftRows.read(row),
          MessageRows.read(row),
          DraftRows.assessment(row),
          MessageRows.findings(row),
          row.text("author"),
          row.text("card_note"));
    }

    Card card(Relationship relationship) {
      return new Card(
          request,
          draft,
          answering,
          assessment.category(),
          assessment,
          relationship,
          findings,
          author,
          note);
    }
  }

  static ApprovalRequest request(Row row) throws SQLException {
    return new ApprovalRequest(
        new RequestId(row.uuid("request_id")),
        new DraftId(row.uuid("draft_id")),
        new DraftDigest(row.text("request_digest")),
        row.instant("opened_at"),
        row.instant("expires_at"));
  }

  static Optional<Card> of(Tx tx, UUID request) throws SQLException {
    return where(tx, "where r.request_id = ?", request).stream().findFirst();
  }

  static List<Card> where(Tx tx, String condition, Object... arguments) throws SQLException {
    var cards = new ArrayList<Card>();
    for (Stored stored : tx.all(SELECT + condition, Stored::read, arguments)) {
      InboundMessage answering = stored.answering();
      Handle handle = Handle.of(answering.id().channel(), answering.sender().address());
      cards.add(stored.card(People.relationship(tx, handle)));
    }
    return cards;
  }
}
