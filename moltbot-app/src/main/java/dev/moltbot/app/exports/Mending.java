package dev.moltbot.app.exports;

import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Recognition.Found;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Exports that were read before the owner said who they are are taken back, so that they can be
 * read by what they said: else all of it would count as stored, with the owner's words as
 * somebody's.
 */
final class Mending {
  static final String MENDED =
      "read before without your --me; what it brought was taken back and read again";

  private final ImportHistory flow;

  Mending(ImportHistory flow) {
    this.flow = flow;
  }

  /**
   * Takes back, and leaves the reading to the caller.
   *
   * @param given what is known now
   * @param unsaid what is known without the owner's word
   * @param gone told for each export how many messages went
   */
  void mend(List<Found> found, ExportOptions given, ExportOptions unsaid, LongConsumer gone) {
    if (given.equals(unsaid)) {
      return;
    }
    Map<Integer, String> before = keys(found, unsaid);
    keys(found, given)
        .forEach((place, now) -> {
          String then = before.getOrDefault(place, now);
          if (!then.equals(now)) {
            flow.replace(then, now).ifPresent(gone::accept);
          }
        });
  }

  /** By place; without those that cannot be read by what is known. */
  private static Map<Integer, String> keys(List<Found> found, ExportOptions known) {
    var keys = new TreeMap<Integer, String>();
    new Exports(found, known)
        .visit(
            new Exports.Visitor() {
              @Override
              public void opened(HistorySource source, ImportRun.Place place) {
                keys.put(place.file(), source.contentKey());
              }

              @Override
              public void unowned(Exports.Unowned one) {
                // Not read then; what comes of it now is said when it is.
              }

              @Override
              public void unopened(String name, IOException why) {
                // As above.
              }
            });
    return keys;
  }
}
