package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Readings;
import dev.moltbot.wire.ApiCalls;
import dev.moltbot.wire.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.jspecify.annotations.Nullable;

/**
 * Talks to the IMAP server, and puts on record that it did. Nothing it returns quotes the server.
 * Used by one thread at a time.
 */
final class ImapCalls {
  static final String SERVICE = "imap";

  static final Readings READINGS =
      new Readings(
          "the IMAP server",
          "make a new app password in your mail account's settings and set MOLTBOT_IMAP_PASSWORD",
          "see that IMAP is switched on in your mail account, and that MOLTBOT_IMAP_SERVER is"
              + " right");

  /** Stands for OK and NO where the record wants a number. */
  private static final int OK = 200;

  private static final int NO = 400;

  private final ImapConfig config;
  private final Lines lines;
  private final Bounds bounds;
  private final ApiCalls record;
  private final LongSupplier nanos;
  private @Nullable ImapLine kept;

  ImapCalls(ImapConfig config, Lines lines, Bounds bounds, ApiCalls record, LongSupplier nanos) {
    this.config = config;
    this.lines = lines;
    this.bounds = bounds;
    this.record = record;
    this.nanos = nanos;
  }

  /** What is said on an open line. */
  @FunctionalInterface
  interface Talk<T> {
    T on(ImapLine line) throws IOException, ProtocolException;
  }

  /** Talks on the line kept from the last time, or on a new one where that is dead; keeps it. */
  <T> Answer<T> make(String operation, Duration limit, Talk<T> talk) {
    long start = nanos.getAsLong();
    bounds.begin(limit);
    Answer<T> answer = attempt(talk);
    var took = Duration.ofNanos(nanos.getAsLong() - start);
    record.record(new ApiCalls.Call(SERVICE, "IMAP", operation, status(answer), took));
    return answer;
  }

  /** Talks on a line of its own. */
  <T> Answer<T> makeOnce(String operation, Duration limit, Talk<T> talk) {
    try {
      return make(operation, limit, talk);
    } finally {
      drop();
    }
  }

  private <T> Answer<T> attempt(Talk<T> talk) {
    try {
      return new Answer.Done<>(talk.on(line()));
    } catch (ConnectionException e) {
      drop();
      return lost(e);
    } catch (ProtocolException e) {
      return declined(e);
    } catch (IOException e) {
      drop();
      return lost(e);
    }
  }

  private ImapLine line() throws IOException, ProtocolException {
    ImapLine line = kept;
    if (line != null && line.alive()) {
      return line;
    }
    drop();
    ImapLine fresh = ImapLine.open(config, lines, bounds);
    kept = fresh;
    return fresh;
  }

  void drop() {
    ImapLine line = kept;
    kept = null;
    if (line != null) {
      line.close();
    }
  }

  /** Even a goodbye may say why. */
  private static <T> Answer<T> lost(ConnectionException bye) {
    Response said = bye.getResponse();
    if (said == null || said.isSynthetic()) {
      return lost((Exception) bye);
    }
    return ResponseCodes.code(said).isEmpty()
        ? new Answer.Lost<>(new Failure.Unknown("it closed the line"))
        : new Answer.Declined<>(ResponseCodes.refusal(said));
  }

  private <T> Answer<T> declined(ProtocolException e) {
    Response said = e.getResponse();
    if (said != null && (said.isNO() || said.isBAD())) {
      return new Answer.Declined<>(ResponseCodes.refusal(said));
    }
    drop(); // It made no sense, so nothing after it can be trusted to.
    return lost(e);
  }

  private static <T> Answer<T> lost(Exception e) {
    DeclinedException declined = Causes.find(e, DeclinedException.class);
    return declined == null
        ? new Answer.Lost<>(new Failure.Unknown("no usable answer: " + Causes.name(e)))
        : new Answer.Declined<>(declined.refusal());
  }

  private static int status(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> OK;
      case Answer.Declined<?> declined -> NO;
      case Answer.Lost<?> lost -> ApiCalls.Call.NO_ANSWER;
    };
  }
}
