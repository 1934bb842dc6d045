package dev.moltbot.adapter.linkedinexport;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words sent with an invitation are messages. Without words it says nothing of two people. */
final class Invitations implements CsvEntries.Meaning {
  private final Owner owner;
  private final ZoneId zone;
  private final ContentIds ids = new ContentIds();

  Invitations(Owner owner, ZoneId zone) {
    this.owner = owner;
    this.zone = zone;
  }

  /** Whichever of both the owner is. */
  static Member self(CsvRow row) {
    return outgoing(row) ? inviter(row) : invitee(row);
  }

  private static boolean outgoing(CsvRow row) {
    return row.get("Direction").equalsIgnoreCase("OUTGOING");
  }

  private static Member inviter(CsvRow row) {
    return Member.of(row.get("From"), row.get("inviterProfileUrl"));
  }

  private static Member invitee(CsvRow row) {
    return Member.of(row.get("To"), row.get("inviteeProfileUrl"));
  }

  @Override
  public Entry of(CsvRow row) {
    if (row.get("Message").isEmpty()) {
      return new Entry.LeftOut("an invitation without words");
    }
    Optional<Instant> at = Dates.instant(row.get("Sent At"), zone);
    return at.isEmpty()
        ? row.unreadable("an invitation without a time that makes sense")
        : new Entry.Said(message(row, at.get()));
  }

  private InboundMessage message(CsvRow row, Instant at) {
    Body body = Body.of(row.get("Message"));
    boolean own = outgoing(row);
    Member other = own ? invitee(row) : inviter(row);
    String with = "invitation:" + ContentIds.of(other.key());
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(body.traits());
    if (own) {
      traits.add(Trait.FROM_OWNER);
    }
    AccountId account = owner.account();
    Sender sender = self(row).sender(with);
    return new InboundMessage(
        new MessageId(account, ids.next(with, at.toString(), "" + own, row.get("Message"))),
        new ConversationId(account, with),
        own ? sender : other.sender(with),
        new Content(UntrustedText.NONE, body.text()),
        at,
        Threading.NONE,
        traits,
        own ? List.of(other.sender(with)) : List.of());
  }
}
