package dev.moltbot.adapter.metaexport;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry of a conversation, in the words of the older downloads or of the newer ones. */
record Post(String writer, long millis, String text, boolean files, String leftOut) {
  private static final List<String> FILES =
      List.of("photos", "videos", "audio_files", "gifs", "files", "sticker", "share", "media");

  /** Somebody came or went. */
  private static final Set<String> ANNOUNCEMENTS = Set.of("Subscribe", "Unsubscribe");

  /** Times below are seconds; as milliseconds they would be before 1973. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final int MILLIS = 1_000;

  static Post of(@Nullable Object entry) {
    long at = Json.number(entry, "timestamp_ms", "timestamp");
    String text = Json.text(entry, "content", "text");
    boolean files = FILES.stream().anyMatch(kind -> something(Json.get(entry, kind)));
    return new Post(
        writer(entry),
        at < FIRST_MILLIS ? at * MILLIS : at,
        text.isEmpty() ? shared(Json.get(entry, "share")) : text,
        files,
        leftOut(entry, text));
  }

  static String writer(@Nullable Object entry) {
    return Json.text(entry, "sender_name", "senderName");
  }

  private static boolean something(@Nullable Object value) {
    return value != null && !(value instanceof List<?> list && list.isEmpty());
  }

  /** A link or a post that was passed on without a word. */
  private static String shared(@Nullable Object share) {
    String words = Json.text(share, "share_text");
    String link = Json.text(share, "link");
    return words.isEmpty() || link.isEmpty() ? words + link : words + "\n" + link;
  }

  private static String leftOut(@Nullable Object entry, String text) {
    String type = Json.text(entry, "type");
    if (ANNOUNCEMENTS.contains(type)) {
      return "an announcement of the chat's own";
    }
    if (type.equals("Call") || Json.get(entry, "call_duration") != null) {
      return "a call";
    }
    boolean taken = Json.yes(entry, "is_unsent", "isUnsent") && text.isEmpty();
    return taken ? "a message that was taken back" : "";
  }

  /** Whether it says when it was. */
  boolean timed() {
    return millis > 0 && millis < Instant.parse("3000-01-01T00:00:00Z").toEpochMilli();
  }

  /** Neither writer nor words. */
  @Override
  public String toString() {
    return "Post[" + text.length() + " chars]";
  }
}
