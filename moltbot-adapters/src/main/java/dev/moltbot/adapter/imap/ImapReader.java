package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Budget;
import dev.moltbot.channel.Patience;
import dev.moltbot.channel.Quiet;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads the inbox and the folder for sent mail by their UIDs. Where those are of no use, at the
 * first read or when the server numbered a folder anew, by date; the store drops what it has
 * already. Marks nothing as read.
 */
final class ImapReader implements ChannelReader {
  /** Longest read, waiting and all; the port allows 60 seconds. */
  static final Duration READ = Duration.ofSeconds(55);

  /** Longest wait for a mail; what comes at its end must still be fetched. */
  static final Duration WAIT = Duration.ofSeconds(35);

  private final ImapCalls calls;
  private final ImapConfig config;
  private final InstantSource time;
  private final Patience patience = new Patience();
  private final Quiet quiet;

  ImapReader(ImapCalls calls, ImapConfig config, InstantSource time) {
    this.calls = calls;
    this.config = config;
    this.time = time;
    this.quiet = new Quiet(ImapCalls.READINGS.service(), time);
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    Optional<ReadResult> still = quiet.stillOn();
    if (still.isPresent()) {
      return still.get();
    }
    Haul haul = new Haul(account(), Budget.of(limit, time), patience);
    var reading = new Reading(Position.of(from, time.instant()), haul, time);
    Duration patient = wait.compareTo(WAIT) < 0 ? wait : WAIT;
    Answer<Reading> answer =
        calls.make("read", READ, line -> reading.go(line, config.sentFolder(), patient));
    return answer instanceof Answer.Done<Reading>
        ? haul.batch(reading.position(), !reading.atEnd())
        : soFar(haul, reading, ImapCalls.READINGS.trouble(answer));
  }

  /** What was read before the trouble; the trouble itself when that was nothing. */
  private ReadResult soFar(Haul haul, Reading reading, ReadResult trouble) {
    if (haul.isEmpty()) {
      return trouble;
    }
    quiet.after(trouble);
    return haul.batch(reading.position(), true);
  }
}
