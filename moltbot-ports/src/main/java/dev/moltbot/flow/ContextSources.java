package dev.moltbot.flow;

import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.draft.ContextQuote;
import dev.moltbot.domain.draft.DraftRequest;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.ContextSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that can be asked for context, and what comes of it on record. Part of hop 2: a source
 * that says nothing costs a draft its context, never the draft.
 */
public final class ContextSources {
  private final List<ContextSource> sources;
  private final AuditLog audit;
  private final InstantSource time;

  public ContextSources(Collection<ContextSource> sources, AuditLog audit, InstantSource time) {
    this.sources = sources.stream().sorted(Comparator.comparing(ContextSource::name)).toList();
    this.audit = audit;
    this.time = time;
  }

  /**
   * What came of asking.
   *
   * @param lacking the sources that did not say all they were asked for
   */
  record Fetched(List<ContextQuote> quotes, List<String> lacking) {

    /** For the card, behind the name of whoever drafted; empty when nothing is lacking. */
    String remark() {
      return lacking.isEmpty() ? "" : ", without all context from " + String.join(" and ", lacking);
    }
  }

  /** Asks all of them. They learn what the owner typed for this draft, and nothing else. */
  Fetched fetch(String instruction) {
    var quotes = new ArrayList<ContextQuote>();
    var lacking = new ArrayList<String>();
    for (ContextSource source : sources) {
      ContextSource.Context context = fetch(source, instruction);
      note(source, context);
      quotes.addAll(context.quotes());
      if (!context.missed().isEmpty()) {
        lacking.add(source.name());
      }
    }
    int most = Math.min(quotes.size(), DraftRequest.MAX_QUOTES);
    return new Fetched(List.copyOf(quotes.subList(0, most)), List.copyOf(lacking));
  }

  /** Even a fault of our own costs the context and not the draft, and is on record. */
  private static ContextSource.Context fetch(ContextSource source, String instruction) {
    try {
      return source.fetch(instruction);
    } catch (RuntimeException bug) {
      var missed = new ContextSource.Missed("everything", "a fault: " + bug.getClass().getName());
      return new ContextSource.Context(List.of(), List.of(missed));
    }
  }

  private void note(ContextSource source, ContextSource.Context context) {
    if (!context.quotes().isEmpty()) {
      int chars = context.quotes().stream().mapToInt(quote -> quote.text().length()).sum();
      var event = new AuditEvent.ContextFetched(source.name(), context.quotes().size(), chars);
      audit.append(event, time.instant());
    }
    for (ContextSource.Missed missed : context.missed()) {
      var event = new AuditEvent.ContextMissing(source.name(), missed.what(), missed.reason());
      audit.append(event, time.instant());
    }
  }
}
