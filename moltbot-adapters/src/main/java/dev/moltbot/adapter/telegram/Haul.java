package dev.moltbot.adapter.telegram;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.telegram.Gate.Whose;
import dev.moltbot.adapter.telegram.Messages.Taken;
import dev.moltbot.adapter.telegram.TelegramApi.Business;
import dev.moltbot.adapter.telegram.TelegramApi.Message;
import dev.moltbot.adapter.telegram.TelegramApi.Update;
import dev.moltbot.botapi.RawUpdate;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one answer of Telegram brings, update by update in their order. For one read. */
final class Haul {
  /** Most questions to Telegram in one read, which has to end in time. */
  static final int MAX_QUESTIONS = 2;

  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final AccountId account;
  private final Gate gate;
  private final Messages messages;
  private final JsonAdapter<Update> shape;
  private final List<InboundMessage> read = new ArrayList<>();
  private final List<Quarantined> setAside = new ArrayList<>();
  private int questions;
  private long last = -1;

  Haul(AccountId account, Gate gate, Messages messages, JsonAdapter<Update> shape) {
    this.account = account;
    this.gate = gate;
    this.messages = messages;
    this.shape = shape;
  }

  /** Whether an update has been dealt with. */
  boolean begun() {
    return last >= 0;
  }

  ReadResult.Batch batch(Position from, Instant now, boolean more) {
    return new ReadResult.Batch(read, setAside, from.after(last, now), more);
  }

  /**
   * Deals with an update, or says why not: then it and all after it are left for the next read.
   *
   * @return empty when it is dealt with
   */
  Optional<Stop> take(RawUpdate raw) throws IOException {
    Optional<Update> update = raw.as(shape);
    Optional<Stop> stop = update.isPresent() ? take(raw, update.orElseThrow()) : odd(raw);
    if (stop.isEmpty()) {
      last = Math.max(last, raw.number());
    }
    return stop;
  }

  /** Why an update has to wait. */
  sealed interface Stop {
    /** Enough was asked for one read. */
    record Enough() implements Stop {}

    /** Telegram did not say whose connection it is. */
    record Trouble(ReadResult result) implements Stop {}
  }

  private Optional<Stop> take(RawUpdate raw, Update update) throws IOException {
    if (update.connection() != null) {
      return changed(raw, update.connection());
    }
    if (update.message() != null) {
      return message(raw, update.message(), fields(raw, "business_message"));
    }
    Message edited = update.edited();
    // Without a date of change something else about it changed, such as a preview.
    return edited == null || edited.editedAt() == null
        ? Optional.empty()
        : message(raw, edited, fields(raw, "edited_business_message"));
  }

  private Optional<Stop> changed(RawUpdate raw, Business wire) throws IOException {
    Optional<Connection> connection = Connection.of(wire);
    if (connection.isEmpty()) {
      return odd(raw);
    }
    gate.changed(connection.orElseThrow());
    return Optional.empty();
  }

  private Optional<Stop> message(RawUpdate raw, Message wire, Set<String> fields)
      throws IOException {
    String connection = wire.connection();
    if (connection == null || connection.isBlank()) {
      return odd(raw);
    }
    if (!gate.knows(connection) && questions++ == MAX_QUESTIONS) {
      return Optional.of(new Stop.Enough());
    }
    return switch (gate.of(connection)) {
      case Whose.Owners owners -> taken(raw, messages.take(wire, fields));
      case Whose.Foreign foreign -> Optional.empty();
      case Whose.Gone gone -> setAside(raw, "of a business connection that is no more");
      case Whose.Unasked(var why) ->
          Optional.of(new Stop.Trouble(TelegramCalls.READINGS.trouble(why)));
    };
  }

  private Optional<Stop> taken(RawUpdate raw, Taken taken) {
    return switch (taken) {
      case Taken.Nothing nothing -> Optional.empty();
      case Taken.Unreadable(String reason) -> setAside(raw, reason);
      case Taken.Read(InboundMessage message) -> {
        read.add(message);
        yield Optional.empty();
      }
    };
  }

  private Optional<Stop> odd(RawUpdate raw) {
    return setAside(raw, "an update in an unknown shape");
  }

  private Optional<Stop> setAside(RawUpdate raw, String reason) {
    byte[] bytes = JSON.toJson(raw.json()).getBytes(StandardCharsets.UTF_8);
    setAside.add(
        new Quarantined(
            new MessageId(account, "update:" + raw.number()),
            reason,
            bytes.length,
            RawBytes.headOf(bytes)));
    return Optional.empty();
  }

  private static Set<String> fields(RawUpdate raw, String kind) {
    return raw.json() instanceof Map<?, ?> update && update.get(kind) instanceof Map<?, ?> message
        ? message.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }
}
