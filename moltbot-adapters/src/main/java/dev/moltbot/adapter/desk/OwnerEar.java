package dev.moltbot.adapter.desk;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.desk.TelegramApi.Update;
import dev.moltbot.botapi.BotApi;
import dev.moltbot.botapi.BotApi.GetUpdates;
import dev.moltbot.botapi.RawUpdate;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Heard;
import dev.moltbot.port.OwnerAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens for updates. The cursor is the offset of the next poll, and only that poll tells Telegram
 * to forget what came before: what was not settled when the process died comes again.
 */
final class OwnerEar {
  /** Also what we never obey: an attempt should be seen. */
  static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "inline_query",
          "callback_query",
          "my_chat_member");

  private final TelegramApi api;
  private final BotCalls calls;
  private final JsonAdapter<Update> readable;
  private final OwnerGate gate;
  private final Meaning meaning;

  OwnerEar(TelegramApi api, BotCalls calls, Moshi moshi, OwnerGate gate, Meaning meaning) {
    this.api = api;
    this.calls = calls;
    this.readable = moshi.adapter(Update.class);
    this.gate = gate;
    this.meaning = meaning;
  }

  Heard listen(Cursor from, Duration wait) {
    GetUpdates request = GetUpdates.from(offset(from), BotApi.MAX_UPDATES, wait, KINDS);
    return switch (calls.make(api.updates(request))) {
      case Answer.Done<List<Object>>(var updates) -> heard(updates, from);
      case Answer.Declined<List<Object>>(var code, var description) ->
          new Heard.Unreachable(BotCalls.CONFLICT_PAUSE, "Telegram refused a poll: " + description);
      case Answer.NotNow<List<Object>>(var after, var reason) ->
          new Heard.Unreachable(after, reason);
      case Answer.Stopped<List<Object>>(var reason, var remedy) ->
          new Heard.Stopped(reason, remedy);
    };
  }

  private Heard heard(List<Object> updates, Cursor from) {
    List<OwnerAction> actions = new ArrayList<>();
    long last = -1;
    for (RawUpdate update : RawUpdate.of(updates)) {
      last = Math.max(last, update.number());
      actions.addAll(meaning.of(incoming(update)));
    }
    return new Heard.Actions(actions, last < 0 ? from : new Cursor(Long.toString(last + 1)));
  }

  /** One update in a shape we do not know must not keep the owner from being heard. */
  private Incoming incoming(RawUpdate raw) {
    return raw.as(readable)
        .map(gate::hear)
        .orElseGet(() -> new Incoming.Foreign("update in an unknown shape", 0));
  }

  private static long offset(Cursor from) {
    return from.value().matches("\\d{1,18}") ? Long.parseLong(from.value()) : 0;
  }
}
