package dev.moltbot.adapter.telegram;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.telegram.Haul.Stop;
import dev.moltbot.adapter.telegram.TelegramApi.Update;
import dev.moltbot.botapi.BotApi;
import dev.moltbot.botapi.BotApi.GetUpdates;
import dev.moltbot.botapi.RawUpdate;
import dev.moltbot.channel.Answer;
import dev.moltbot.channel.Quiet;
import dev.moltbot.channel.Readings;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the updates of the owner's business connection. The position asked from acknowledges what
 * came before it, and is a stored one; so Telegram forgets nothing that is not committed here. It
 * keeps what is not acknowledged for a day, and gives no older messages.
 */
final class TelegramReader implements ChannelReader {
  /** Deletions are not asked for: what was read stays read. */
  static final List<String> KINDS =
      List.of("business_connection", "business_message", "edited_business_message");

  private final TelegramCalls calls;
  private final TelegramApi api;
  private final TelegramConfig config;
  private final Connections connections;
  private final Gate gate;
  private final Messages messages;
  private final JsonAdapter<Update> shape;
  private final Quiet quiet;
  private final InstantSource time;

  TelegramReader(
      TelegramCalls calls,
      TelegramApi api,
      TelegramConfig config,
      Connections connections,
      Gate gate,
      Moshi moshi,
      InstantSource time) {
    this.calls = calls;
    this.api = api;
    this.config = config;
    this.connections = connections;
    this.gate = gate;
    this.messages = new Messages(config.account(), config.owner());
    this.shape = moshi.adapter(Update.class);
    this.quiet = new Quiet(TelegramCalls.READINGS.service(), time);
    this.time = time;
  }

  @Override
  public AccountId account() {
    return config.account();
  }

  @Override
  public ReadResult read(Cursor from, int limit, Duration wait) {
    Optional<ReadResult> quietNow = quiet.stillOn();
    if (quietNow.isPresent()) {
      return quietNow.orElseThrow();
    }
    Position position = Position.of(from, config.bot().bot());
    int asked = Math.min(limit, BotApi.MAX_UPDATES);
    var request = GetUpdates.from(position.offset(time.instant()), asked, wait, KINDS);
    try {
      return switch (calls.make(api.updates(request))) {
        case Answer.Done<List<Object>>(var updates) ->
            updates.isEmpty() ? silence(from) : taken(updates, position, asked);
        case Answer.Declined<List<Object>> no -> TelegramCalls.READINGS.trouble(no);
        case Answer.Lost<List<Object>> lost -> TelegramCalls.READINGS.trouble(lost);
      };
    } catch (IOException e) {
      return new ReadResult.Busy(
          Readings.PAUSE, "Telegram: no use of its folder: " + e.getClass().getSimpleName());
    }
  }

  /** Through a connection that is switched off nothing will come, whatever people write. */
  private ReadResult silence(Cursor from) throws IOException {
    Optional<Connection> own = connections.owners();
    return own.isPresent() && !own.orElseThrow().enabled()
        ? new ReadResult.Stopped(own.orElseThrow().complaint(), Connection.RECONNECT)
        : new ReadResult.Batch(List.of(), List.of(), from, false);
  }

  private ReadResult taken(List<Object> updates, Position from, int asked) throws IOException {
    var haul = new Haul(account(), gate, messages, shape);
    for (RawUpdate update : inOrder(updates, asked)) {
      Optional<Stop> stop = haul.take(update);
      if (stop.isPresent()) {
        return cutShort(haul, stop.orElseThrow(), from);
      }
    }
    return haul.batch(from, time.instant(), updates.size() >= asked);
  }

  private ReadResult cutShort(Haul haul, Stop why, Position from) {
    return switch (why) {
      case Stop.Enough enough -> haul.batch(from, time.instant(), true);
      case Stop.Trouble(ReadResult trouble) -> {
        quiet.after(trouble);
        yield haul.begun() ? haul.batch(from, time.instant(), true) : trouble;
      }
    };
  }

  /** Each update once, the oldest first, and no more than were asked for. */
  private static List<RawUpdate> inOrder(List<Object> updates, int asked) {
    return RawUpdate.of(updates).stream()
        .sorted(Comparator.comparingLong(RawUpdate::number))
        .distinct()
        .limit(asked)
        .toList();
  }
}
