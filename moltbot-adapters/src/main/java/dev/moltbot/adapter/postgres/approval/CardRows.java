package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.contact.People;
import dev.moltbot.adapter.postgres.message.MessageRows;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
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
import dev.moltbot.port.Capabilities;
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

  /** What was said before the message that a draft answers, newest first. */
  private static final String EARLIER =
      "select "
          + MessageRows.COLUMNS
          + " from "
          + MessageRows.FROM
          + """
          join message n on n.conversation_id = m.conversation_id
              and (m.placed_at, m.message_id) < (n.placed_at, n.message_id)
          join draft d on d.answering = n.message_id
          where d.draft_id = ?
          order by m.placed_at desc, m.message_id desc
          """
          + "limit "
          + Card.MAX_EARLIER;

  private CardRows() {}

  /** Everything about a card that is in one row; people and earlier words take another look. */
  private record Stored(
      ApprovalRequest request,
      Draft draft,
      InboundMessage answering,
      Assessment assessment,
      List<Finding> findings,
      String author,
      String note,
      Capabilities.Sending sending) {

    static Stored read(Row row) throws SQLException {
      return new Stored(
          CardRows.request(row),
          DraftRows.read(row),
          MessageRows.read(row),
          DraftRows.assessment(row),
          MessageRows.findings(row),
          row.text("author"),
          row.text("card_note"),
          DraftRows.sending(row));
    }

    Card card(List<InboundMessage> earlier, Relationship relationship) {
      return new Card(
          request,
          draft,
          answering,
          earlier,
          assessment.category(),
          assessment,
          relationship,
          findings,
          author,
          note,
          sending);
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
      List<InboundMessage> earlier =
          tx.all(EARLIER, MessageRows::read, stored.draft().id().value()).reversed();
      cards.add(stored.card(earlier, People.relationship(tx, handle)));
    }
    return cards;
  }
}
