package dev.moltbot.adapter.linkedinexport;

import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.export.ContentIds;
import dev.moltbot.export.CsvEntries;
import dev.moltbot.export.CsvRow;
import dev.moltbot.export.Entry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The messages of all conversations. Used by one thread, in the order of the file. */
final class Messages implements CsvEntries.Meaning {
  /** As the live channel names a conversation. */
  private static final String THREAD = "urn:li:messagingThread:";

  /** Longest conversation id that is taken for one. */
  private static final int MAX_ID = 500;

  private static final Set<String> YES = Set.of("yes", "true", "1");

  private final Owner owner;
  private final ZoneId zone;
  private final ContentIds ids = new ContentIds();

  Messages(Owner owner, ZoneId zone) {
    this.owner = owner;
    this.zone = zone;
  }

  @Override
  public Entry of(CsvRow row) {
    String conversation = row.get("CONVERSATION ID");
    Optional<Instant> at = Dates.instant(row.get("DATE"), zone);
    if (conversation.isEmpty() || conversation.length() > MAX_ID) {
      return row.unreadable("a message without a conversation");
    }
    if (draft(row)) {
      return new Entry.LeftOut("a draft that was never sent");
    }
    return at.isEmpty()
        ? row.unreadable("a message without a time that makes sense")
        : new Entry.Said(message(row, conversation, at.get()));
  }

  static boolean draft(CsvRow row) {
    return yes(row.get("IS MESSAGE DRAFT")) || yes(row.get("IS CONVERSATION DRAFT"));
  }

  private static boolean yes(String flag) {
    return YES.contains(flag.toLowerCase(Locale.ROOT));
  }

  private InboundMessage message(CsvRow row, String conversation, Instant at) {
    Body body = Body.of(row.get("CONTENT"));
    Member from = from(row);
    List<Member> to = to(row);
    boolean own = owner.is(from);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(body.traits());
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    if (to.size() > 1) {
      traits.add(Trait.DISCUSSION);
    }
    AccountId account = owner.account();
    String thread = conversation.startsWith("urn:") ? conversation : THREAD + conversation;
    String id = ids.next(conversation, at.toString(), from.key(), row.get("CONTENT"));
    return new InboundMessage(
        new MessageId(account, id),
        new ConversationId(account, thread),
        from.sender(conversation),
        new Content(subject(row), body.text()),
        at,
        Threading.NONE,
        traits,
        own ? senders(to, conversation) : List.of());
  }

  private static List<Sender> senders(List<Member> to, String conversation) {
    return to.stream().map(member -> member.sender(conversation)).toList();
  }

  private static UntrustedText subject(CsvRow row) {
    return Words.ofName(row.get("SUBJECT"));
  }

  static Member from(CsvRow row) {
    return Member.of(row.get("FROM"), row.get("SENDER PROFILE URL"));
  }

  /** Names hold commas, too; where there are pages, these count. */
  static List<Member> to(CsvRow row) {
    List<Page> pages = Page.all(row.get("RECIPIENT PROFILE URLS"));
    String to = row.get("TO");
    if (pages.size() == 1) {
      return List.of(new Member(to, pages.getFirst().value()));
    }
    List<String> names =
        to.isEmpty() ? List.of() : List.of(to.split("\\s*[,;]\\s*(?!(?i)(jr|sr|phd|md|mba)\\b)"));
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < Math.max(pages.size(), pages.isEmpty() ? names.size() : 0); i++) {
      String page = pages.isEmpty() ? "" : pages.get(i).value();
      boolean paired = pages.isEmpty() || names.size() == pages.size();
      members.add(new Member(paired ? names.get(i) : "", page));
    }
    return members;
  }
}
