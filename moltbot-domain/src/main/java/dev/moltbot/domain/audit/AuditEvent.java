package dev.moltbot.domain.audit;

/**
 * One thing that happened. Ids, counts and reasons in the program's own words: no message text, no
 * secret, no third person's handle.
 *
 * <p>The names of types and components are the record's format. Entries already written keep
 * theirs; a new shape is a new type.
 */
public sealed interface AuditEvent {

  /** The program came up. */
  record Started(String version, String settings) implements AuditEvent {}

  /** The program went down in order. */
  record Stopped(String reason) implements AuditEvent {}

  /**
   * The owner trusts a channel's jar from now on; {@code sha256} is of the bytes that were shown.
   */
  record ChannelTrusted(String jar, String sha256, long bytes) implements AuditEvent {}

  /** And no longer. */
  record ChannelUntrusted(String jar, String sha256) implements AuditEvent {}

  /** Everything was put into one encrypted file; {@code sha256} is of the file. */
  record BackedUp(String sha256, long rows, int recipients) implements AuditEvent {}

  /** All that stands before this came out of a backup, made then. */
  record Restored(String sha256, String madeAt, long rows) implements AuditEvent {}

  /** A check-up was run to its end; {@code scope} says which, the counts what it found. */
  record Inspected(String scope, int failed, int warned, int passed) implements AuditEvent {}

  /** The owner says to have read the log of actions up to that entry. */
  record LogReviewed(long upTo) implements AuditEvent {}

  record Paused(String by) implements AuditEvent {}

  record Resumed(String by) implements AuditEvent {}

  /** A batch was read and stored. */
  record MessagesRead(String account, int added, int duplicates, int quarantined)
      implements AuditEvent {}

  /** Something unreadable was set aside, whole up to its limit. */
  record MessageQuarantined(String account, String sha256, long bytes, String reason)
      implements AuditEvent {}

  /** An export was read to its end; its name stays out of the record: it may be a person's. */
  record ExportImported(String account, String format) implements AuditEvent {}

  /** What an import had added was taken back. */
  record ImportUndone(String account, String format, long messages) implements AuditEvent {}

  /** People were added to the graph, or heard from under a new address. */
  record ContactsObserved(String account, int added) implements AuditEvent {}

  /** Marks that handles share made links, or make some no longer. */
  record ContactsRelinked(int made, int gone) implements AuditEvent {}

  /** Two contacts became one. */
  record ContactsLinked(String kept, String merged, String evidence) implements AuditEvent {}

  /** The owner took a contact apart; {@code keptApart} counts pairs that evidence would join. */
  record ContactSplit(String contact, int parts, int keptApart) implements AuditEvent {}

  /** The owner says that two contacts are not one. */
  record MergeRefused(String first, String second) implements AuditEvent {}

  /** The owner wrote something about a contact, or took it away; what stays out of the record. */
  record ContactAnnotated(String contact, String kind, String change) implements AuditEvent {}

  /** Somebody was erased. No id: it would be a hash of where they could be written to. */
  record ContactForgotten(long handles, long messages, long emptied, long drafts)
      implements AuditEvent {}

  /** People were handed out to a file or another program of the owner's. */
  record ContactsExported(long people, String format) implements AuditEvent {}

  record DraftGenerated(String draft, String digest, String author, String category)
      implements AuditEvent {}

  /** A message got no draft, and why. */
  record DraftWithheld(String account, String category, String reason) implements AuditEvent {}

  /** A card was shown to the owner. */
  record ApprovalAsked(String request, String draft, String digest, String expires)
      implements AuditEvent {}

  /** The owner answered a card; {@code verdict} is the answer's name, never its words. */
  record VerdictGiven(String request, String verdict) implements AuditEvent {}

  /** A card was taken back unanswered. */
  record RequestClosed(String request, String reason) implements AuditEvent {}

  /** A draft was taken back before a card asked about it. */
  record DraftWithdrawn(String draft, String reason) implements AuditEvent {}

  record ApprovalGranted(String approval, String request, String digest) implements AuditEvent {}

  /** Committed before the first byte leaves. */
  record SendClaimed(String approval, String digest) implements AuditEvent {}

  record MessageSent(String approval, String digest, String channel) implements AuditEvent {}

  /** The owner says to have sent the approved words by hand; the program sent nothing. */
  record SentByHand(String approval, String digest, String channel) implements AuditEvent {}

  /** Certainly not sent. */
  record SendRefused(String approval, String digest, String reason) implements AuditEvent {}

  /** May have been sent; never repeated without the owner. */
  record SendUnknown(String approval, String digest, String reason) implements AuditEvent {}

  /** A doubtful send was cleared up by asking the channel. */
  record DoubtResolved(String approval, String finding) implements AuditEvent {}

  /** {@code status} is the HTTP status, 0 when no answer came. */
  record ApiCalled(String service, String operation, int status, long millis)
      implements AuditEvent {}

  /**
   * A wall did not let something out: {@code guard} inside the program or {@code gateway} around
   * it. No path, where a bot's token stands; {@code asked} is a method, or {@code look-up} of a
   * name.
   */
  record EgressRefused(String wall, String caller, String asked, String host, String why)
      implements AuditEvent {}

  /** So many more of one hour, too many for an entry each; {@code hour} is its first moment. */
  record EgressRefusedMore(String hour, long more) implements AuditEvent {}

  /** A source of the owner's own said something for a draft; how much, and never what. */
  record ContextFetched(String source, int quotes, int chars) implements AuditEvent {}

  /** A draft goes on without this; {@code what} names a tool of the source. */
  record ContextMissing(String source, String what, String reason) implements AuditEvent {}

  /** The owner asked something; the words stay out of the record. */
  record QuestionAsked(String question, int chars) implements AuditEvent {}

  /** Whoever was asked works on it. */
  record QuestionTaken(String question) implements AuditEvent {}

  record QuestionAnswered(String question, int chars) implements AuditEvent {}

  record QuestionFailed(String question, String reason) implements AuditEvent {}

  /** The owner was shown the answer, or why there is none. */
  record AnswerTold(String question) implements AuditEvent {}

  /** What the model was paid for. */
  record ModelUsed(
      String model, long input, long output, long cacheRead, long cacheWrite, String request)
      implements AuditEvent {}

  /** Someone who is not the owner spoke to the control bot. */
  record StrangerIgnored(String desk, String kind, String who) implements AuditEvent {}

  /** The person at the terminal said who the owner is: the desk hears this number and no other. */
  record OwnerPaired(String desk, String owner) implements AuditEvent {}

  /** Someone reached the control bot before it had an owner, and did not become it. */
  record PairingRefused(String desk, String kind, String who) implements AuditEvent {}

  record AlertRaised(String kind, String about) implements AuditEvent {}

  /** A flow or a channel failed; {@code what} names an exception type or a remedy, no content. */
  record ErrorOccurred(String where, String what) implements AuditEvent {}

  /** The event's name, as stored. */
  default String type() {
    return getClass().getSimpleName();
  }
}
