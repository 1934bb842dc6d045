package dev.moltbot.app.command;

import dev.moltbot.app.command.SearchLine.Condition;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Directory;
import dev.moltbot.port.Directory.Found;
import dev.moltbot.port.Timeline.Holding;
import dev.moltbot.port.Timeline.Span;
import dev.moltbot.port.Timeline.Wanted;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a line of search asks for, once it is known who is meant and when. */
final class SearchMeaning {
  /** Most people that one name may mean. */
  private static final int PEOPLE = 20;

  private final Directory directory;
  private final When when;
  private final Set<ContactId> from = new HashSet<>();
  private final Set<ChannelId> channels = new HashSet<>();
  private final Set<Holding> has = new HashSet<>();
  private boolean mine;
  private Instant since = Span.EVER.since();
  private Instant until = Span.EVER.until();

  SearchMeaning(Directory directory, When when) {
    this.directory = directory;
    this.when = when;
  }

  /** A condition that makes no sense; the message says why. */
  static final class Senseless extends Exception {
    private static final long serialVersionUID = 1L;

    Senseless(String message) {
      super(message);
    }
  }

  Wanted of(SearchLine line) throws Senseless {
    for (Condition one : line.conditions()) {
      add(one);
    }
    return new Wanted(line.words(), from, mine, channels, has, new Span(since, until));
  }

  private void add(Condition one) throws Senseless {
    switch (one.kind()) {
      case FROM -> from(one.value());
      case CHANNEL -> channels.add(channel(one.value()));
      case BEFORE -> until = date(one.value());
      case AFTER -> since = date(one.value());
      case HAS -> has.add(holding(one.value()));
    }
  }

  /** Everybody who may be meant: looking at too much is no harm. */
  private void from(String words) throws Senseless {
    if (words.equalsIgnoreCase("me")) {
      mine = true;
      return;
    }
    List<Found> found = directory.find(words, PEOPLE);
    boolean exact = found.stream().anyMatch(Found::exact);
    found.stream().filter(one -> one.exact() || !exact).forEach(one -> from.add(one.person().id()));
    if (found.isEmpty()) {
      throw new Senseless("from: nobody is known by that name, handle, tag or id.");
    }
  }

  private static ChannelId channel(String word) throws Senseless {
    String lower = word.toLowerCase(Locale.ROOT);
    if (!ChannelId.valid(lower)) {
      throw new Senseless("channel: wants a channel's name, such as gmail.");
    }
    return new ChannelId(lower);
  }

  private Instant date(String words) throws Senseless {
    return when.parse(words)
        .orElseThrow(() ->
            new Senseless("before: and after: want a date, such as 2026-01-31, 2026-01 or 2026."));
  }

  private static Holding holding(String word) throws Senseless {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "attachment", "attachments", "file", "files" -> Holding.ATTACHMENT;
      case "link", "links" -> Holding.LINK;
      default -> throw new Senseless("has: wants attachment or link.");
    };
  }
}
