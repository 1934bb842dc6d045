package dev.moltbot.adapter.postgres.approval;

import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.adapter.postgres.transaction.Tx;
import dev.moltbot.port.Approvals.Outdated;
import dev.moltbot.port.Card;
import dev.moltbot.port.CardState;
import dev.moltbot.port.ShownCard;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which cards show something that is not true any more, and what they should show. */
final class CardStates {
  private static final String NEXT =
      """
      update request set tell_until = ?
      where request_id = (
          select request_id from request
          where shown_state <> state and (tell_until is null or tell_until <= ?)
          order by state_at for update skip locked limit 1)
      returning request_id, state, state_at, reason
      """;

  private static final String PARTS =
      "select part from card_part where request_id = ? order by position";

  /** A card shown anew while the old one was rewritten is in other parts, and not done with. */
  private static final String SHOWS =
      """
      update request r
      set tell_until = null,
          shown_state = case when w.told then ? else shown_state end,
          shown_at = case when w.told then ?::timestamptz else shown_at end
      from (select exists(
          select 1 from card_part where request_id = ? and part = ?) as told) w
      where r.request_id = ?
      """;

  private CardStates() {}

  static Optional<Outdated> next(Tx tx, Duration lease, Instant now) throws SQLException {
    record Behind(UUID request, CardState state) {}
    var next =
        tx.first(NEXT, row -> new Behind(row.uuid("request_id"), state(row)), now.plus(lease), now);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    UUID request = next.get().request();
    Card card = CardRows.of(tx, request).orElseThrow();
    List<String> parts = tx.all(PARTS, row -> row.text("part"), request);
    return Optional.of(new Outdated(card, new ShownCard(parts), next.get().state()));
  }

  static void shows(Tx tx, Outdated rewritten, Instant now) throws SQLException {
    UUID request = rewritten.card().request().id().value();
    String part = rewritten.where().parts().getLast();
    tx.run(SHOWS, name(rewritten.state()), now, request, part, request);
  }

  private static CardState state(Row row) throws SQLException {
    return switch (row.text("state")) {
      case "approved" -> new CardState.Approved();
      case "sent" -> new CardState.Sent(row.instant("state_at"));
      case "not-sent" -> new CardState.NotSent(row.text("reason"));
      case "not-sure" -> new CardState.NotSure(row.text("reason"));
      case "rejected" -> new CardState.Rejected();
      case "replaced" -> new CardState.Replaced();
      case "postponed" -> new CardState.Postponed(row.instant("state_at"));
      case "expired" -> new CardState.Expired();
      case "elsewhere" -> new CardState.AnsweredElsewhere(row.instant("state_at"));
      case String other -> throw new IllegalStateException("no card shows " + other);
    };
  }

  /** How a state is stored. */
  static String name(CardState state) {
    return switch (state) {
      case CardState.Approved approved -> "approved";
      case CardState.Sent sent -> "sent";
      case CardState.NotSent notSent -> "not-sent";
      case CardState.NotSure notSure -> "not-sure";
      case CardState.Rejected rejected -> "rejected";
      case CardState.Replaced replaced -> "replaced";
      case CardState.Postponed postponed -> "postponed";
      case CardState.Expired expired -> "expired";
      case CardState.AnsweredElsewhere elsewhere -> "elsewhere";
    };
  }
}
