package dev.moltbot.adapter.gmail;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The mail of one account and its history. History ids start beyond what a signed long holds. */
final class FakeMailbox {
  static final String ADDRESS = "owner@example.net";
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final List<Stored> stored = new ArrayList<>();
  private BigInteger historyId = BigInteger.TWO.pow(63).add(BigInteger.TEN);
  private BigInteger oldest = historyId;
  private long firstAt = 1_767_268_800_000L;
  private String address = ADDRESS;
  private boolean profile = true;
  private final List<String> sentRaw = new ArrayList<>();
  private int sent;

  /** One message; {@code raw} null stands for one that Gmail gives no bytes of. */
  record Stored(
      String id,
      String thread,
      List<String> labels,
      BigInteger historyId,
      long millis,
      long size,
      @Nullable ByteString raw) {}

  /** Puts a mail from this person into the inbox and returns its id. */
  synchronized String receives(String from, String text) {
    String raw =
        "From: %s\r\nTo: %s\r\nSubject: hello\r\nMessage-ID: <%d@example.org>\r\n\r\n%s"
            .formatted(from, ADDRESS, stored.size(), text);
    return store(raw.getBytes(StandardCharsets.UTF_8), List.of("INBOX", "UNREAD"));
  }

  /** Puts any bytes under any labels. */
  synchronized String store(byte @Nullable [] raw, List<String> labels) {
    return store(raw, labels, raw == null ? 0 : raw.length);
  }

  /** Puts a whole mail into the inbox, come in at this moment. */
  synchronized void receives(String raw, Instant at) {
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    firstAt = at.toEpochMilli() - stored.size();
    store(bytes, List.of("INBOX", "UNREAD"));
  }

  /** The owner answers a mail from another device. */
  synchronized String answersElsewhere(String received, String text) {
    String raw = "From: %s\r\nTo: x@example.org\r\n\r\n%s".formatted(ADDRESS, text);
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    return store(bytes, List.of("SENT"), bytes.length, "t" + received);
  }

  synchronized String store(byte @Nullable [] raw, List<String> labels, long size) {
    return store(raw, labels, size, "tm" + stored.size());
  }

  private String store(byte @Nullable [] raw, List<String> labels, long size, String thread) {
    historyId = historyId.add(BigInteger.TWO);
    String id = "m" + stored.size();
    ByteString bytes = raw == null ? null : ByteString.of(raw);
    stored.add(new Stored(id, thread, labels, historyId, firstAt + stored.size(), size, bytes));
    return id;
  }

  synchronized void delete(String id) {
    stored.removeIf(message -> message.id().equals(id));
  }

  /** Mails come in from this moment on, in milliseconds since 1970. */
  synchronized void firstAt(long millis) {
    firstAt = millis;
  }

  /** Forgets all history up to now, as Gmail does after a week. */
  synchronized void forgetHistory() {
    historyId = historyId.add(BigInteger.valueOf(1_000));
    oldest = historyId;
  }

  /** Says of every mail once more that it was added, the newest first. */
  synchronized void repeatsItself() {
    var again = new ArrayList<>(stored.reversed());
    stored.clear();
    for (Stored one : again) {
      historyId = historyId.add(BigInteger.TWO);
      stored.add(
          new Stored(
              one.id(),
              one.thread(),
              one.labels(),
              historyId,
              one.millis(),
              one.size(),
              one.raw()));
    }
  }

  synchronized void belongsTo(String owner) {
    address = owner;
  }

  synchronized void hasNoProfile() {
    profile = false;
  }

  /** How many mails were sent through this account. */
  synchronized int sent() {
    return sent;
  }

  /** Every mail sent through this account, as sent. */
  synchronized List<String> allSent() {
    return List.copyOf(sentRaw);
  }

  /** The thread of the newest sent mail. */
  synchronized String threadOfLastSent() {
    return stored.stream().filter(m -> m.labels().contains("SENT")).toList().getLast().thread();
  }

  /** The bytes of the newest sent mail. */
  synchronized byte[] lastSent() {
    return Objects.requireNonNull(
            stored.stream().filter(m -> m.labels().contains("SENT")).toList().getLast().raw())
        .toByteArray();
  }

  synchronized String accept(String body) {
    Map<?, ?> outgoing = (Map<?, ?>) parse(body);
    byte[] raw = Base64.getUrlDecoder().decode((String) outgoing.get("raw"));
    String thread = outgoing.get("threadId") instanceof String known ? known : "tm" + stored.size();
    String id = store(raw, List.of("SENT"), raw.length, thread);
    sentRaw.add(new String(raw, StandardCharsets.UTF_8));
    sent++;
    return write(Map.of("id", id, "threadId", thread, "labelIds", List.of("SENT")));
  }

  synchronized Reply answer(Request request) {
    String path = request.path().replaceFirst("^/gmail/v1/users/me/", "");
    if (path.equals("profile") && profile) {
      return ok(Map.of("emailAddress", address, "historyId", historyId.toString()));
    }
    if (path.equals("history")) {
      return history(request);
    }
    if (path.equals("messages")) {
      return list(request);
    }
    return stored.stream()
        .filter(message -> path.equals("messages/" + message.id()))
        .findFirst()
        .map(message -> ok(json(message, request.parameter("format").equals("raw"))))
        .orElseGet(() -> FakeGmail.refusal(404, "notFound"));
  }

  private Reply history(Request request) {
    BigInteger start = new BigInteger(request.parameter("startHistoryId"));
    if (start.compareTo(oldest) < 0) {
      return FakeGmail.refusal(404, "notFound");
    }
    List<Object> records =
        stored.stream()
            .filter(message -> message.historyId().compareTo(start) > 0)
            .map(FakeMailbox::record)
            .toList();
    Map<String, Object> answer = page(request, "history", records);
    answer.put("historyId", historyId.toString());
    return ok(answer);
  }

  private static Object record(Stored message) {
    var reference =
        Map.of("id", message.id(), "threadId", message.thread(), "labelIds", message.labels());
    return Map.of(
        "id", message.historyId().toString(),
        "messages", List.of(reference),
        "messagesAdded", List.of(Map.of("message", reference)));
  }

  /** Newest first, as Gmail lists them; drafts are listed, spam and trash are not. */
  private Reply list(Request request) {
    String query = request.parameter("q");
    List<Object> found = new ArrayList<>();
    for (Stored message : stored.reversed()) {
      boolean shown = !message.labels().contains("SPAM") && !message.labels().contains("TRASH");
      if (shown && matches(message, query)) {
        found.add(Map.of("id", message.id(), "threadId", message.thread()));
      }
    }
    return ok(page(request, "messages", found));
  }

  private static boolean matches(Stored message, String query) {
    if (query.startsWith("after:")) {
      return message.millis() > 1_000 * Long.parseLong(query.substring(6));
    }
    ByteString raw = message.raw() == null ? ByteString.EMPTY : message.raw();
    return !query.startsWith("rfc822msgid:")
        || raw.string(StandardCharsets.ISO_8859_1)
            .contains("Message-ID: <" + query.substring(12) + ">");
  }

  private static Map<String, Object> page(Request request, String name, List<Object> all) {
    int most = Integer.parseInt(request.parameter("maxResults"));
    String token = request.parameter("pageToken");
    int start = token.isEmpty() ? 0 : Integer.parseInt(token.substring("page ".length()));
    int end = Math.min(all.size(), start + most);
    Map<String, Object> page = new LinkedHashMap<>();
    if (start < end) {
      page.put(name, all.subList(start, end));
    }
    if (end < all.size()) {
      page.put("nextPageToken", "page " + end);
    }
    return page;
  }

  /** 64-bit numbers are strings in Google's JSON. */
  private static Map<String, Object> json(Stored message, boolean withBytes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", message.id());
    json.put("threadId", message.thread());
    json.put("labelIds", message.labels());
    json.put("snippet", "hello");
    json.put("historyId", message.historyId().toString());
    json.put("internalDate", Long.toString(message.millis()));
    json.put("sizeEstimate", message.size());
    if (withBytes && message.raw() != null) {
      json.put("raw", message.raw().base64Url());
    }
    return json;
  }

  private static Reply ok(Map<String, Object> json) {
    return Reply.ok(write(json));
  }

  private static String write(Map<String, ?> json) {
    return JSON.toJson(json);
  }

  private static Object parse(String json) {
    try {
      return Objects.requireNonNull(JSON.fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
