package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.adapter.whatsappexport.Header.Enclosure;
import dev.moltbot.export.ExportFile;
import dev.moltbot.export.TextLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A chat read through once, to learn what no single line tells: the order of its dates, who writes,
 * whether it is a group. Keeps counts and names, no text.
 */
final class Survey {
  /** A layout that is rarer than one line in so many is suspected of being quoted. */
  private static final int RARE = 20;

  private static final int HEAD_BYTES = 64 << 10;

  private final OrderVotes votes = new OrderVotes();
  private final Writers writers = new Writers();
  private final Map<Enclosure, Long> enclosures = new EnumMap<>(Enclosure.class);
  private boolean group;

  /** Reads all lines. */
  static Survey of(TextLines lines) throws IOException {
    Survey survey = new Survey();
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      survey.see(line.get().text());
    }
    return survey;
  }

  /** Reads only the beginning. */
  static Survey ofHead(ExportFile file) throws IOException {
    try (var lines = TextLines.of(new ByteArrayInputStream(file.head(HEAD_BYTES)))) {
      return of(lines);
    }
  }

  private void see(String line) {
    Optional<Header> header = Headers.of(line);
    if (header.isPresent()) {
      String rest = header.get().rest();
      enclosures.merge(header.get().enclosure(), 1L, Long::sum);
      votes.see(header.get(), Attachments.date(rest));
      Speech.of(rest, Map.of()).ifPresentOrElse(this::see, () -> announced(rest));
    }
  }

  private void see(Speech speech) {
    if (speech.announcement()) {
      announced(speech.text());
    } else {
      writers.see(speech);
    }
  }

  private void announced(String text) {
    group = group || Announcements.ofGroup(text);
  }

  OrderVotes votes() {
    return votes;
  }

  Writers writers() {
    return writers;
  }

  /** Whether it tells of things that only groups have. */
  boolean group() {
    return group;
  }

  /** Whether anything in it begins like a message. */
  boolean chat() {
    return !enclosures.isEmpty();
  }

  /** The layouts in which hardly any line is: other chats are quoted in messages, too. */
  Set<Enclosure> rare() {
    long most = enclosures.values().stream().mapToLong(Long::longValue).max().orElse(0);
    Set<Enclosure> rare = EnumSet.noneOf(Enclosure.class);
    enclosures.forEach((enclosure, count) -> {
      if (count * RARE < most) {
        rare.add(enclosure);
      }
    });
    return rare;
  }
}
