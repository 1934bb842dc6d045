package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is polled and what is pushed, as one. A message that comes both ways has one id; polled, it
 * also says what its writer is called, and so that one is taken. What is pushed wakes the reader; a
 * receiver that fails stops nothing, because polling finds everything, only later.
 */
final class InstagramReader implements ChannelReader {
  private static final String BETWEEN = "|";

  private final ChannelReader polled;
  private final ChannelReader pushed;
  private final Owner owner;

  /**
   * Joins both.
   *
   * @param owner must be known before anything pushed is read: polling gets to know them
   */
  InstagramReader(ChannelReader polled, ChannelReader pushed, Owner owner) {
    this.polled = polled;
    this.pushed = pushed;
    this.owner = owner;
  }

  @Override
  public AccountId account() {
    return polled.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    Both at = Both.of(from);
    ReadResult.Batch first = pushed(at.pushed(), limit, Duration.ZERO);
    if (!first.isEmpty()) {
      return withPolled(first, at.polled(), limit);
    }
    ReadResult result = polled.read(at.polled(), limit, Duration.ZERO);
    if (!(result instanceof ReadResult.Batch batch)) {
      return result;
    }
    if (!batch.isEmpty() || batch.more()) {
      return batch(batch, new Both(batch.next(), first.next()));
    }
    ReadResult.Batch waited = pushed(first.next(), limit, wait);
    return waited.isEmpty()
        ? batch(batch, new Both(batch.next(), waited.next()))
        : withPolled(waited, batch.next(), limit);
  }

  /** Nothing, where the receiver or its spool fails; the channel's check tells why. */
  private ReadResult.Batch pushed(Cursor from, int limit, Duration wait) {
    return owner.known() != null && pushed.read(from, limit, wait) instanceof ReadResult.Batch batch
        ? batch
        : new ReadResult.Batch(List.of(), List.of(), from, false);
  }

  private ReadResult withPolled(ReadResult.Batch pushed, Cursor from, int limit) {
    int room = limit - pushed.messages().size() - pushed.quarantined().size();
    if (room > 0 && polled.read(from, room, Duration.ZERO) instanceof ReadResult.Batch batch) {
      return both(batch, pushed);
    }
    return batch(pushed, new Both(from, pushed.next()));
  }

  private static ReadResult both(ReadResult.Batch polled, ReadResult.Batch pushed) {
    var ids = polled.messages().stream().map(InboundMessage::id).collect(Collectors.toSet());
    var messages = new ArrayList<>(polled.messages());
    pushed.messages().stream().filter(one -> !ids.contains(one.id())).forEach(messages::add);
    var aside = new ArrayList<Quarantined>(polled.quarantined());
    aside.addAll(pushed.quarantined());
    boolean more = polled.more() || pushed.more();
    Both next = new Both(polled.next(), pushed.next());
    return new ReadResult.Batch(messages, aside, next.cursor(), more);
  }

  private static ReadResult batch(ReadResult.Batch one, Both next) {
    return new ReadResult.Batch(one.messages(), one.quarantined(), next.cursor(), one.more());
  }

  /** How far both have been read. */
  private record Both(Cursor polled, Cursor pushed) {
    static Both of(Cursor cursor) {
      int between = cursor.value().indexOf(BETWEEN);
      return between < 0
          ? new Both(cursor, Cursor.START)
          : new Both(
              new Cursor(cursor.value().substring(0, between)),
              new Cursor(cursor.value().substring(between + 1)));
    }

    Cursor cursor() {
      return new Cursor(polled.value() + BETWEEN + pushed.value());
    }
  }
}
