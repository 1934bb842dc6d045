package dev.moltbot.app.exports;

import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.OwnerUnknownException;
import dev.moltbot.export.Recognition.Found;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Opens exports one after the other, by what is known of the owner and what they tell of them. */
final class Exports {
  private final List<Found> found;
  private final ExportOptions options;

  Exports(List<Found> found, ExportOptions given) {
    this.found = List.copyOf(found);
    this.options = given.and(Owner.of(found, given.me()));
  }

  /** Told of each export once. */
  interface Visitor {
    /** Closed on return. */
    void opened(HistorySource source, ImportRun.Place place);

    void unowned(Unowned one);

    void unopened(String name, IOException why);
  }

  /** An export whose owner is not known yet. */
  record Unowned(Found found, int number, List<String> writers) {}

  /**
   * Those that leave the owner open come last: who wrote in every chat is the one who exported
   * them.
   *
   * @return who the owner was taken to be
   */
  Set<String> visit(Visitor visitor) {
    List<Unowned> unowned = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      open(new Unowned(found.get(i), i + 1, List.of()), options, visitor, unowned::add);
    }
    ExportOptions more = options.and(Owner.inAll(unowned));
    unowned.forEach(one -> open(one, more, visitor, visitor::unowned));
    return more.me();
  }

  private void open(Unowned one, ExportOptions by, Visitor visitor, Consumer<Unowned> unowned) {
    String name = one.found().file().name();
    try (HistorySource source = one.found().format().open(one.found().file(), by)) {
      visitor.opened(source, new ImportRun.Place(one.number(), found.size(), name));
    } catch (OwnerUnknownException e) {
      unowned.accept(new Unowned(one.found(), one.number(), e.writers()));
    } catch (IOException e) {
      visitor.unopened(name, e);
    }
  }
}
