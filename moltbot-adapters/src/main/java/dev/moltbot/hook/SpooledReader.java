package dev.moltbot.hook;

import dev.moltbot.channel.Readings;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.state.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what was pushed to us, for every channel whose messages come that way. The cursor is the
 * number of the last body stored elsewhere; the spool then forgets up to it.
 */
public final class SpooledReader implements ChannelReader {
  private final AccountId account;
  private final Spool spool;
  private final Parser parser;
  private final Supplier<Optional<ReadResult.Stopped>> obstacle;

  /**
   * A reader of one spool.
   *
   * @param obstacle asked before every read, why nothing more comes: the receiver cannot listen, or
   *     the credential is no longer accepted. What came before is read first
   */
  public SpooledReader(
      AccountId account,
      Spool spool,
      Parser parser,
      Supplier<Optional<ReadResult.Stopped>> obstacle) {
    this.account = account;
    this.spool = spool;
    this.parser = parser;
    this.obstacle = obstacle;
  }

  @Override
  public AccountId account() {
    return account;
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    Optional<ReadResult.Stopped> stopped = obstacle.get();
    if (stopped.isEmpty()) {
      return batch(from, limit, wait);
    }
    ReadResult left = batch(from, limit, Duration.ZERO);
    boolean worthIt = left instanceof ReadResult.Batch batch && !batch.next().equals(from);
    return worthIt ? left : stopped.get();
  }

  private ReadResult batch(Cursor from, int limit, Duration wait) {
    SpoolPosition start = SpoolPosition.of(from);
    try {
      List<Spool.Entry> entries = spool.after(start.number(), limit, wait);
      SpoolHaul haul = new SpoolHaul(account, parser, start, limit);
      entries.stream().takeWhile(entry -> haul.hasRoom()).forEach(haul::take);
      return haul.batch(spool.holdsAfter(haul.position().number()));
    } catch (IOException e) {
      String why = e.getClass().getSimpleName();
      return new ReadResult.Busy(Readings.PAUSE, "the spool could not be read: " + why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ReadResult.Busy(Readings.PAUSE, "told to stop");
    }
  }
}
