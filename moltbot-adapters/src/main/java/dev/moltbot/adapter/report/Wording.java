package dev.moltbot.adapter.report;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.port.Overview.Fate;
import dev.moltbot.port.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How the page says numbers, times and names of the program's own. */
final class Wording {
  private static final Map<String, String> CHANNELS =
      Map.of(
          "linkedin", "LinkedIn", "whatsapp", "WhatsApp", "imap", "IMAP", "cards", "Address book");

  private final DateTimeFormatter moments;
  private final DateTimeFormatter days;

  Wording(ZoneId zone, boolean redacted) {
    days = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(zone);
    moments =
        redacted
            ? days
            : DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(zone);
  }

  String moment(Instant at) {
    return written(moments, at);
  }

  String day(Instant at) {
    return written(days, at);
  }

  private static String written(DateTimeFormatter format, Instant at) {
    return at.isAfter(Timeline.EARLIEST) ? format.format(at) : "undated";
  }

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  static String channel(String name) {
    return CHANNELS.getOrDefault(
        name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }

  /** As a person would say it; a dash where there was nothing. */
  static String lasting(long times, Duration time) {
    if (times == 0) {
      return "\u2013";
    }
    if (time.toMinutes() < 60) {
      return Math.max(1, time.toMinutes()) + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
  }

  static String fate(Fate fate) {
    return switch (fate) {
      case SENT_UNCHANGED -> "Sent unchanged";
      case SENT_EDITED -> "Sent, edited";
      case SKIPPED -> "Skipped";
      case EXPIRED -> "Expired";
      case REPLACED -> "Overtaken";
      case NOT_SENT -> "Not sent";
      case OPEN -> "Open";
    };
  }

  static String alert(Alert.Kind kind) {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
