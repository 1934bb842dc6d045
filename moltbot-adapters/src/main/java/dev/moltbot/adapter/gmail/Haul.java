package dev.moltbot.adapter.gmail;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Budget;
import dev.moltbot.channel.Patience;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.mime.MailBatch;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.mime.MailParser;
import dev.moltbot.mime.MailPlace;
import dev.moltbot.mime.SentAt;
import dev.moltbot.port.ReadResult;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one read brings in. Messages are fetched as the bytes that arrived ({@code format=raw}) and
 * not as Gmail's own reading of them ({@code full}): then our limits, our charsets and our idea of
 * hidden text hold here as for every other mail.
 */
final class Haul {
  /** Bytes of mail after which a read ends, however few messages that is. */
  private static final long MAX_BYTES = 16L << 20;

  private static final Set<String> UNWANTED = Set.of("DRAFT", "CHAT", "SPAM", "TRASH");

  private static final byte[] NOTHING = {};

  private final GmailCalls calls;
  private final GmailApi api;
  private final AccountId account;
  private final Patience patience;
  private final MailBatch batch = new MailBatch(new MailParser(MailLimits.DEFAULT));
  private final Set<String> seen = new HashSet<>();
  private @Nullable ReadResult trouble;

  Haul(GmailCalls calls, GmailApi api, AccountId account, Patience patience) {
    this.calls = calls;
    this.api = api;
    this.account = account;
    this.patience = patience;
  }

  /** Fetches each of these until one fails or it is enough; says how many are dealt with. */
  int take(List<GmailApi.Message> listed, int from, Budget budget) {
    int done = from;
    while (done < listed.size() && !full(budget) && take(listed.get(done))) {
      done++;
    }
    return done;
  }

  private boolean full(Budget budget) {
    return batch.size() >= budget.messages() || batch.bytes() >= MAX_BYTES || budget.spent();
  }

  /** False when it could not be had now; then {@link #trouble()} says why. */
  private boolean take(GmailApi.Message listed) {
    String id = listed.id();
    if (id == null) {
      trouble = GmailCalls.READINGS.nonsense("list of messages");
      return false;
    }
    return unwanted(listed) || !seen.add(id) || fetch(id);
  }

  private boolean fetch(String id) {
    Answer<GmailApi.Message> answer = calls.make(bearer -> api.message(bearer, id, "raw"));
    return switch (answer) {
      case Answer.Done<GmailApi.Message>(var message) -> keep(id, message);
      // Deleted since it was listed: there is nothing to lose.
      case Answer.Declined<GmailApi.Message> declined when GmailCalls.declinedAs(declined, 404) ->
          true;
      case Answer.Lost<GmailApi.Message> lost -> explained(id, lost);
      case Answer.Declined<GmailApi.Message> declined ->
          GmailCalls.declinedAs(declined, 500) ? explained(id, declined) : fails(declined);
    };
  }

  private boolean fails(Answer<?> answer) {
    trouble = GmailCalls.READINGS.trouble(answer);
    return false;
  }

  private boolean keep(String id, GmailApi.Message message) {
    if (!id.equals(message.id())) {
      trouble = GmailCalls.READINGS.nonsense("message");
      return false;
    }
    if (!unwanted(message)) {
      decoded(message.raw())
          .ifPresentOrElse(
              raw -> batch.add(place(id, message), raw),
              () -> batch.setAside(place(id, message), "Gmail gave no readable bytes", 0, NOTHING));
    }
    return true;
  }

  /**
   * Asks why a message could not be had. An answer that was cut may have been cut by our own limit,
   * and would be so each time.
   */
  private boolean explained(String id, Answer<GmailApi.Message> failed) {
    Answer<GmailApi.Message> answer = calls.make(bearer -> api.message(bearer, id, "minimal"));
    if (!(answer instanceof Answer.Done<GmailApi.Message>(var message))) {
      return fails(failed);
    }
    long size = Objects.requireNonNullElse(message.sizeEstimate(), 0L);
    if (size > MailLimits.DEFAULT.maxBytes()) {
      batch.addTooLarge(place(id, message), size, NOTHING);
      return true;
    }
    if (patience.isOver(id)) {
      String reason = "could not be fetched in " + Patience.MAX_TRIES + " tries";
      batch.setAside(place(id, message), reason, size, NOTHING);
      return true;
    }
    return fails(failed);
  }

  private static Optional<byte[]> decoded(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(raw));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private MailPlace place(String id, GmailApi.Message message) {
    Long millis = message.internalDate();
    return new MailPlace(
        new MessageId(account, id),
        Objects.requireNonNullElse(message.threadId(), ""),
        millis == null ? new SentAt.Missing() : new SentAt.Claimed(Instant.ofEpochMilli(millis)),
        labels(message).contains("SENT") ? Set.of(Trait.FROM_OWNER) : Set.of());
  }

  private static boolean unwanted(GmailApi.Message message) {
    return labels(message).stream().anyMatch(UNWANTED::contains);
  }

  private static List<String> labels(GmailApi.Message message) {
    return message.labelIds() == null ? List.of() : message.labelIds();
  }

  /** Messages of either kind. */
  int size() {
    return batch.size();
  }

  /** Why the last fetch failed, if it did. */
  Optional<ReadResult> trouble() {
    return Optional.ofNullable(trouble);
  }

  ReadResult batch(Position next, boolean more) {
    return new ReadResult.Batch(batch.messages(), batch.quarantined(), next.cursor(), more);
  }

  /** What was read until something failed; the failure itself when that was nothing. */
  ReadResult soFar(Position next, boolean progress) {
    return trouble != null && !progress ? trouble : batch(next, true);
  }
}
