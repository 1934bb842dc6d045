package dev.moltbot.adapter.viber;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.channel.Words;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.hook.Parser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what Viber calls us with. Only messages are for the reader; a failed reply is noted. */
final class Callbacks implements Parser {
  /** How far ahead of ours Viber's clock may be. */
  private static final Duration SKEW = Duration.ofDays(1);

  private static final int MAX_ID_CHARS = 200;
  private static final String TOKEN = "-?\\d{1,20}";

  private final AccountId account;
  private final TakenReplies taken;
  private final InstantSource time;
  private final JsonAdapter<ViberApi.Callback> json =
      new Moshi.Builder().build().adapter(ViberApi.Callback.class);

  Callbacks(AccountId account, TakenReplies taken, InstantSource time) {
    this.account = account;
    this.taken = taken;
    this.time = time;
  }

  @Override
  public Parsed parse(String body) {
    try {
      ViberApi.Callback callback = json.fromJson(body);
      return callback == null || callback.event() == null
          ? new Parsed.Unreadable("a callback that names no event")
          : parsed(callback.event(), callback);
    } catch (IOException | JsonDataException e) {
      return new Parsed.Unreadable("not the JSON of a callback");
    }
  }

  /** People who come and go, receipts and the call that tests the webhook bring nothing to read. */
  private Parsed parsed(String event, ViberApi.Callback callback) {
    String token = callback.token();
    if (event.equals("message")) {
      return message(callback, token);
    }
    if (event.equals("failed") && token != null) {
      taken.failed(token);
    }
    return Parsed.NOTHING;
  }

  private Parsed message(ViberApi.Callback callback, @Nullable String token) {
    ViberApi.Person person = callback.sender();
    String id = person == null ? null : person.id();
    if (token == null || !token.matches(TOKEN)) {
      return new Parsed.Unreadable("a message without a token");
    }
    if (person == null || id == null || id.isBlank() || id.length() > MAX_ID_CHARS) {
      return new Parsed.Unreadable("a message without a sender");
    }
    ViberApi.Message message = callback.message();
    if (message == null || message.type() == null) {
      return new Parsed.Unreadable("a message without a type");
    }
    Words words = Words.ofText(words(message.type(), message));
    return new Parsed.Messages(
        List.of(
            new InboundMessage(
                new MessageId(account, token),
                new ConversationId(account, id),
                Sender.of(new Address(id), Words.ofName(person.name())),
                new Content(UntrustedText.NONE, words.text()),
                sentAt(callback.timestamp()),
                Threading.NONE,
                traits(message.type(), words))));
  }

  /** A link is words; what else there is beside words is neither opened nor kept. */
  private static @Nullable String words(String type, ViberApi.Message message) {
    return type.equals("url") ? message.media() : message.text();
  }

  private static Set<Trait> traits(String type, Words words) {
    var traits = EnumSet.noneOf(Trait.class);
    if (!type.equals("text") && !type.equals("url")) {
      traits.add(Trait.ATTACHMENTS);
    }
    if (words.truncated()) {
      traits.add(Trait.TRUNCATED);
    }
    return traits;
  }

  /** A time that cannot be is now: it decides whether a message still gets a draft. */
  private Instant sentAt(@Nullable Long millis) {
    Instant now = time.instant();
    if (millis == null || millis <= 0 || millis > now.plus(SKEW).toEpochMilli()) {
      return now;
    }
    return Instant.ofEpochMilli(millis);
  }
}
