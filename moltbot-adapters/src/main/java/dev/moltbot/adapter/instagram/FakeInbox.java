package dev.moltbot.adapter.instagram;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conversations of one professional account, as Instagram shows them. */
final class FakeInbox {
  static final String USERNAME = "olena.bakes";
  static final String ACCOUNT = "17841400000000001";

  /** The same account as the app sees it. */
  static final String SCOPED = "24680000000000001";

  /** Of so many messages of one conversation Instagram gives more than the id. */
  static final int SHOWN = 20;

  private static final Set<String> CONVERSATION_FIELDS =
      Set.of("id", "updated_time", "participants", "messages");
  private static final Set<String> MESSAGE_FIELDS =
      Set.of(
          "id",
          "created_time",
          "from",
          "to",
          "message",
          "attachments",
          "is_unsupported",
          "shares",
          "story",
          "reactions");
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  /** How moments are written. */
  enum Clock {
    ISO,
    SECONDS,
    MILLIS
  }

  private static final class Dialog {
    private final String id;
    private final String person;
    private final String username;
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private Instant updated = Instant.EPOCH;
    private Instant theirLast = Instant.EPOCH;

    Dialog(String id, String person, String username) {
      this.id = id;
      this.person = person;
      this.username = username;
    }
  }

  private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
  private Clock clock = Clock.ISO;
  private Comparator<Dialog> order = Comparator.comparing(dialog -> dialog.updated);
  private int pageLimit = 50;
  private int messages;

  /** How moments are written from now on. */
  synchronized void clock(Clock written) {
    clock = written;
  }

  /** The most conversations on one page, whatever is asked for. */
  synchronized void pageLimit(int most) {
    pageLimit = most;
  }

  /** Lists conversations in an order that has nothing to do with when they moved. */
  synchronized void listsInNoOrder() {
    order = Comparator.comparingInt(dialog -> dialog.id.hashCode() * 31 % 17);
  }

  /** Lists conversations by person, the last letter first: the last moved may come last. */
  synchronized void listsByPerson() {
    order = Comparator.comparing((Dialog dialog) -> dialog.person);
  }

  /** Someone writes; returns the message's id. */
  synchronized String receives(String person, String text, Instant at) {
    Dialog dialog = dialog(person);
    dialog.theirLast = at;
    return put(dialog, person(person, dialog.username), self(), text, at);
  }

  /** The owner writes, with whatever program. */
  synchronized String writes(String person, String text, Instant at) {
    Dialog dialog = dialog(person);
    return put(dialog, self(), person(person, dialog.username), text, at);
  }

  /** An entry that is not as it should be. */
  synchronized void receivesOddly(String person, Map<String, Object> entry, Instant at) {
    Dialog dialog = dialog(person);
    dialog.messages.addFirst(entry);
    dialog.updated = at;
  }

  /** Whether a reply to this person is taken now. */
  synchronized boolean open(String person, Instant now) {
    Dialog dialog = dialogs.get(person);
    return dialog != null && now.isBefore(dialog.theirLast.plus(Duration.ofHours(24)));
  }

  /** The conversation is gone, while a list may still show it. */
  synchronized void deletes(String person) {
    dialogs.remove(person);
  }

  synchronized String conversationWith(String person) {
    return dialog(person).id;
  }

  private String put(
      Dialog dialog, Map<String, Object> from, Map<String, Object> to, String text, Instant at) {
    String id = "aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlE" + ++messages;
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", id);
    entry.put("created_time", written(at));
    entry.put("from", from);
    entry.put("to", Map.of("data", List.of(to)));
    entry.put("message", text);
    dialog.messages.addFirst(entry);
    dialog.updated = at;
    return id;
  }

  private Dialog dialog(String person) {
    return dialogs.computeIfAbsent(
        person, key -> new Dialog("aWdfZAG06" + (dialogs.size() + 1), key, "user." + key));
  }

  private static Map<String, Object> self() {
    return person(ACCOUNT, USERNAME);
  }

  private static Map<String, Object> person(String id, String username) {
    return Map.of("id", id, "username", username);
  }

  /** A page of conversations, the last moved first. */
  synchronized Map<String, Object> conversations(String fields, int limit, String after) {
    FakeFields asked = FakeFields.of(fields, CONVERSATION_FIELDS);
    var inOrder = new ArrayList<>(dialogs.values());
    inOrder.sort(order.reversed());
    List<Map<String, Object>> all = inOrder.stream().map(one -> of(one, asked)).toList();
    return page(all, Math.min(limit, pageLimit), after);
  }

  /** One conversation; empty when there is none of this id. */
  synchronized Optional<Map<String, Object>> conversation(String id, String fields) {
    FakeFields asked = FakeFields.of(fields, CONVERSATION_FIELDS);
    return dialogs.values().stream()
        .filter(one -> one.id.equals(id))
        .findFirst()
        .map(one -> of(one, asked));
  }

  private Map<String, Object> of(Dialog dialog, FakeFields asked) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("id", dialog.id);
    whole.put("updated_time", written(dialog.updated));
    if (asked.has("messages")) {
      FakeFields.Asked messages = asked.get("messages");
      FakeFields own = FakeFields.of(messages.fields(), MESSAGE_FIELDS);
      var shown = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < dialog.messages.size(); i++) {
        shown.add(shown(dialog.messages.get(i), i, own));
      }
      whole.put("messages", page(shown, messages.limit(), messages.after()));
    }
    return asked.of(whole);
  }

  /** Of older messages the id and the time are all that is given. */
  private static Map<String, Object> shown(Map<String, Object> message, int place, FakeFields own) {
    if (place < SHOWN) {
      return own.of(message);
    }
    var bare = new LinkedHashMap<String, Object>();
    bare.put("id", message.getOrDefault("id", ""));
    bare.put("created_time", message.getOrDefault("created_time", ""));
    return bare;
  }

  private static Map<String, Object> page(List<Map<String, Object>> all, int limit, String after) {
    int start = after.isEmpty() ? 0 : Integer.parseInt(after.substring("QVFI".length()));
    int end = Math.min(all.size(), start + limit);
    var page = new LinkedHashMap<String, Object>();
    page.put("data", start < end ? all.subList(start, end) : List.of());
    var paging = new LinkedHashMap<String, Object>();
    paging.put("cursors", Map.of("before", "QVFI" + start, "after", "QVFI" + end));
    if (end < all.size()) {
      paging.put("next", "https://graph.instagram.com/with?access_token=secret");
    }
    page.put("paging", paging);
    return page;
  }

  private String written(Instant at) {
    return switch (clock) {
      case ISO -> ISO.format(at);
      case SECONDS -> Long.toString(at.getEpochSecond());
      case MILLIS -> Long.toString(at.toEpochMilli());
    };
  }
}
