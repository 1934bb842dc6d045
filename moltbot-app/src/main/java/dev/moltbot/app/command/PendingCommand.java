package dev.moltbot.app.command;

import dev.moltbot.port.Approvals;
import dev.moltbot.port.Card;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot pending}. */
@Command(name = "pending", description = "List the drafts that wait for your answer.")
final class PendingCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(names = "--limit", paramLabel = "N", description = "At most N. Default: 100")
  private int limit = 100;

  @Override
  public Integer call() {
    return Opened.with(
        shared.output().talk(),
        moltbot -> {
          Instant now = moltbot.part(InstantSource.class).instant();
          list(moltbot.part(Approvals.class).open(now, limit), now);
          return Exit.OK;
        });
  }

  private void list(List<Card> open, Instant now) {
    if (shared.json()) {
      shared.output().json(Map.of("pending", open.stream().map(PendingCommand::fields).toList()));
      return;
    }
    if (open.isEmpty()) {
      shared.output().talk().println("Nothing is waiting for you.");
    }
    for (Card card : open) {
      long minutes = Duration.between(card.request().askedAt(), now).toMinutes();
      shared
          .output()
          .data()
          .printf(
              "%s  %-10s %-12s %s, asked %d min ago%n",
              card.request().digest().abbreviated(),
              card.draft().to().conversation().channel(),
              word(card),
              card.answering().sender().name().reveal(),
              minutes);
    }
  }

  private static String word(Card card) {
    return switch (card.category()) {
      case URGENT -> "urgent";
      case NEEDS_REPLY -> "needs reply";
      case FYI -> "for information";
      case SPAM -> "spam";
    };
  }

  private static Map<String, Object> fields(Card card) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("request", card.request().id().value().toString());
    fields.put("digest", card.request().digest().hex());
    fields.put("channel", card.draft().to().conversation().channel().value());
    fields.put("category", card.category().name());
    fields.put("asked", card.request().askedAt().toString());
    fields.put("expires", card.request().expiresAt().toString());
    return fields;
  }
}
