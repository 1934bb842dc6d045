package dev.moltbot.adapter.postgres.intake;

import dev.moltbot.port.HistoryBatch.Skipped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import left out, as it is stored: how many, a blank, and why. */
final class SkippedText {
  private SkippedText() {}

  static Skipped read(String stored) {
    int gap = stored.indexOf(' ');
    return new Skipped(stored.substring(gap + 1), Long.parseLong(stored.substring(0, gap)));
  }

  /** Both together, by reason. */
  static List<String> sum(List<Skipped> before, List<Skipped> more) {
    Map<String, Long> all = new TreeMap<>();
    before.forEach(one -> all.merge(one.reason(), one.count(), Long::sum));
    more.forEach(one -> all.merge(one.reason(), one.count(), Long::sum));
    return all.entrySet().stream().map(one -> one.getValue() + " " + one.getKey()).toList();
  }
}
