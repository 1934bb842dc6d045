package dev.moltbot.adapter.linkedin;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.moltbot.adapter.linkedin.LinkedInApi.Activity;
import dev.moltbot.adapter.linkedin.LinkedInApi.Event;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.RawBytes;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Quarantined;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes messages of events. Believes no shape: what does not fit is set aside, whole. */
final class Events {
  /** Longest id that is taken for one, in UTF-16 units. */
  private static final int MAX_ID = 500;

  private static final String MESSAGES = "messages";

  private final AccountId account;
  private final JsonAdapter<Event> events = new Moshi.Builder().build().adapter(Event.class);
  private final JsonAdapter<Object> anything = new Moshi.Builder().build().adapter(Object.class);

  Events(AccountId account) {
    this.account = account;
  }

  /**
   * One event.
   *
   * @param key the same whenever the event comes again
   * @param at when it was processed, in milliseconds; negative when it does not say
   */
  record Change(String key, long at, Found found) {}

  /** What an event is to us. */
  sealed interface Found {
    record Message(InboundMessage message) implements Found {}

    record Unreadable(Quarantined what) implements Found {}

    /** A post, a like, an edit: not ours to read. */
    record Other() implements Found {}
  }

  Change read(@Nullable Object raw) {
    try {
      Event event = events.fromJsonValue(raw);
      return event == null ? unknown(raw, "an empty event") : change(event, raw);
    } catch (JsonDataException e) {
      return unknown(raw, "an event in an unknown shape");
    }
  }

  private Change change(Event event, @Nullable Object raw) {
    String key = key(event.id() + " " + event.resourceId() + " " + event.method());
    long at = event.processedAt() == null ? -1 : event.processedAt();
    boolean ours = MESSAGES.equals(event.resourceName()) && "CREATE".equals(event.method());
    return new Change(key, at, ours ? message(event, key, raw) : new Found.Other());
  }

  /** What is clearly about something else need not be looked at by anybody. */
  private Change unknown(@Nullable Object raw, String why) {
    String key = key(anything.toJson(raw));
    if (!(raw instanceof Map<?, ?> event)) {
      return new Change(key, -1, aside(key, why, raw));
    }
    long at = event.get("processedAt") instanceof Number number ? number.longValue() : -1;
    boolean other = event.get("resourceName") instanceof String name && !MESSAGES.equals(name);
    return new Change(key, at, other ? new Found.Other() : aside(key, why, raw));
  }

  private Found message(Event event, String key, @Nullable Object raw) {
    Activity activity = event.activity();
    String actor = id(event.actor());
    if (activity == null || actor.isEmpty() || id(activity.thread()).isEmpty()) {
      return aside(key, "a message without a thread or a writer", raw);
    }
    String id = id(activity.id() == null ? event.resourceId() : activity.id());
    if (id.isEmpty()) {
      return aside(key, "a message without an id", raw);
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    UntrustedText text = text(activity, traits);
    if (text.isBlank() && !traits.contains(Trait.ATTACHMENTS)) {
      return aside(key, "a message without words", raw);
    }
    if (actor.equals(event.owner())) {
      traits.add(Trait.FROM_OWNER);
    }
    return new Found.Message(
        new InboundMessage(
            new MessageId(account, LinkedInSender.plainId(id)),
            new ConversationId(account, id(activity.thread())),
            Sender.of(new Address(actor), UntrustedText.NONE),
            new Content(UntrustedText.NONE, text),
            sentAt(event, activity),
            Threading.NONE,
            traits));
  }

  private static UntrustedText text(Activity activity, Set<Trait> traits) {
    if (activity.attachments() != null && !activity.attachments().isEmpty()) {
      traits.add(Trait.ATTACHMENTS);
    }
    String words = words(activity);
    if (words.length() <= Content.MAX_TEXT_CHARS) {
      return new UntrustedText(words);
    }
    traits.add(Trait.TRUNCATED);
    int end = Content.MAX_TEXT_CHARS;
    return new UntrustedText(
        words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end));
  }

  private static String words(Activity activity) {
    LinkedInApi.Words words = activity.content();
    if (words == null) {
      return "";
    }
    LinkedInApi.Formatted formatted = words.content();
    String whole = formatted == null ? null : formatted.string();
    String plain = whole == null ? words.fallback() : whole;
    return plain == null ? "" : plain;
  }

  private static Instant sentAt(Event event, Activity activity) {
    Long delivered = activity.deliveredAt() == null ? activity.createdAt() : activity.deliveredAt();
    Long at = delivered == null ? event.processedAt() : delivered;
    return at == null ? InboundMessage.UNDATED : Instant.ofEpochMilli(at);
  }

  /** Empty where there is none that could be one. */
  private static String id(@Nullable String id) {
    return id == null || id.isBlank() || id.length() > MAX_ID ? "" : id;
  }

  private Found aside(String key, String why, @Nullable Object raw) {
    byte[] whole = anything.toJson(raw).getBytes(StandardCharsets.UTF_8);
    return new Found.Unreadable(
        new Quarantined(
            new MessageId(account, "event " + key), why, whole.length, RawBytes.headOf(whole)));
  }

  private static String key(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, 18);
  }
}
