package dev.moltbot.adapter.linkedin;

import dev.moltbot.adapter.linkedin.Events.Change;
import dev.moltbot.adapter.linkedin.Events.Found;
import dev.moltbot.channel.Answer;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the member's changelog. Keeps LinkedIn's own pace: once there is nothing more, it is not
 * asked again for an hour, however often we are.
 */
final class LinkedInReader implements ChannelReader {
  /** How often LinkedIn wants to be asked. */
  static final Duration PACE = Duration.ofHours(1);

  /** Time goes on while we read from the oldest moment there is; that alone is no gap. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final Comparator<Change> OLDEST_FIRST = Comparator.comparingLong(Change::at);

  private final AccountId account;
  private final Changelog changelog;
  private final Events events;
  private final InstantSource time;

  LinkedInReader(AccountId account, Changelog changelog, Events events, InstantSource time) {
    this.account = account;
    this.changelog = changelog;
    this.events = events;
    this.time = time;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    Instant now = time.instant();
    Position position = Position.of(from, now.minus(Changelog.KEPT));
    if (tooEarly(position, now)) {
      return new ReadResult.Batch(List.of(), List.of(), from, false);
    }
    if (position.complete().isBefore(now.minus(Changelog.KEPT).minus(SLACK))) {
      return overGap(position, now);
    }
    int count = Math.min(Changelog.MAX_COUNT, position.known().size() + limit);
    Answer<LinkedInApi.Page> answer = changelog.from(position.at(), count);
    return answer instanceof Answer.Done<LinkedInApi.Page>(LinkedInApi.Page page)
        ? read(page, position, count, limit)
        : Changelog.READINGS.trouble(answer);
  }

  /** A clock that was set back must not keep us waiting for it. */
  private static boolean tooEarly(Position position, Instant now) {
    Instant drained = Instant.ofEpochMilli(position.drained());
    return position.drained() > 0 && !now.isBefore(drained) && now.isBefore(drained.plus(PACE));
  }

  /** Said once, because the position goes on: what LinkedIn forgot can only be imported. */
  private ReadResult overGap(Position position, Instant now) {
    Instant oldest = now.minus(Changelog.KEPT);
    String why =
        "LinkedIn keeps events for 28 days; what came from "
            + position.complete()
            + " to "
            + oldest
            + " is too old. Import your data export to have it";
    var next = new Position(oldest.toEpochMilli(), List.of(), 0);
    return new ReadResult.Batch(List.of(), List.of(gap(why)), next.cursor(), true);
  }

  private ReadResult read(LinkedInApi.Page page, Position position, int count, int limit) {
    List<@Nullable Object> elements = page.elements();
    if (elements == null) {
      return Changelog.READINGS.nonsense("changelog");
    }
    List<Change> fresh = new ArrayList<>();
    for (Object element : elements) {
      Change change = events.read(element);
      if (change.at() > position.at() || !position.known().contains(change.key())) {
        fresh.add(change);
      }
    }
    fresh.sort(OLDEST_FIRST);
    boolean full = elements.size() >= count || fresh.size() > limit;
    return batch(fresh.subList(0, Math.min(limit, fresh.size())), position, full);
  }

  private ReadResult batch(List<Change> fresh, Position position, boolean full) {
    List<InboundMessage> messages = new ArrayList<>();
    List<Quarantined> aside = new ArrayList<>();
    for (Change change : fresh) {
      switch (change.found()) {
        case Found.Message(InboundMessage message) -> messages.add(message);
        case Found.Unreadable(Quarantined what) -> aside.add(what);
        case Found.Other other -> {}
      }
    }
    Position next = after(fresh, position, full);
    if (full && fresh.isEmpty()) {
      next = new Position(position.at() + 1, List.of(), 0);
      aside.add(gap("more than 50 events at " + Instant.ofEpochMilli(position.at())));
    }
    return new ReadResult.Batch(messages, aside, next.cursor(), full);
  }

  private Position after(List<Change> fresh, Position position, boolean full) {
    long at = Math.max(position.at(), fresh.stream().mapToLong(Change::at).max().orElse(-1));
    List<String> known = new ArrayList<>(at == position.at() ? position.known() : List.of());
    // What does not say when it was comes again as long as the time stands still.
    fresh.stream()
        .filter(change -> change.at() == at || change.at() < 0)
        .map(Change::key)
        .limit(Changelog.MAX_COUNT - Math.min(Changelog.MAX_COUNT, known.size()))
        .forEach(known::add);
    return new Position(at, known, full ? 0 : time.instant().toEpochMilli());
  }

  private Quarantined gap(String why) {
    byte[] words = why.getBytes(StandardCharsets.UTF_8);
    return new Quarantined(
        new MessageId(account, "gap " + why), why, words.length, RawBytes.headOf(words));
  }
}
