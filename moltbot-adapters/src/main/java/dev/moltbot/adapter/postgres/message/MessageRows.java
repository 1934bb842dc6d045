package dev.moltbot.adapter.postgres.message;

import dev.moltbot.adapter.postgres.transaction.AccountRows;
import dev.moltbot.adapter.postgres.transaction.Row;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.screening.Finding;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.domain.triage.Triage;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Stored messages, read back. */
public final class MessageRows {
  /** With {@link #FROM}: everything {@link #read} asks for. */
  public static final String COLUMNS =
      """
      m.native_id as message_id, m.sent_at, m.category as message_category, m.certain, m.reason,
      m.sender, m.sender_name, m.reply_to, m.subject as message_subject, m.body,
      m.reference as message_reference, m.ancestors as message_ancestors, m.traits, m.findings,
      a.channel, a.name as account, c.native_id as conversation
      """;

  public static final String FROM =
      """
      message m
      join conversation c on c.conversation_id = m.conversation_id
      join account a on a.account_id = c.account_id
      """;

  private MessageRows() {}

  public static InboundMessage read(Row row) throws SQLException {
    AccountId account = AccountRows.read(row);
    return new InboundMessage(
        new MessageId(account, row.text("message_id")),
        new ConversationId(account, row.text("conversation")),
        sender(row),
        new Content(
            new UntrustedText(row.text("message_subject")), new UntrustedText(row.text("body"))),
        row.instant("sent_at"),
        new Threading(row.text("message_reference"), row.texts("message_ancestors")),
        row.texts("traits").stream().map(Trait::valueOf).collect(Collectors.toSet()));
  }

  private static Sender sender(Row row) throws SQLException {
    return new Sender(
        new Address(row.text("sender")),
        new UntrustedText(row.text("sender_name")),
        row.texts("reply_to").stream().map(Address::new).toList());
  }

  public static Triage triage(Row row) throws SQLException {
    Category category = Category.valueOf(row.text("message_category"));
    return new Triage(category, row.yes("certain"), row.text("reason"));
  }

  public static List<Finding> findings(Row row) throws SQLException {
    return row.texts("findings").stream().map(MessageRows::finding).toList();
  }

  static String stored(Finding finding) {
    return finding.kind() + " " + finding.clue();
  }

  private static Finding finding(String stored) {
    int gap = stored.indexOf(' ');
    return new Finding(Finding.Kind.valueOf(stored.substring(0, gap)), stored.substring(gap + 1));
  }
}
