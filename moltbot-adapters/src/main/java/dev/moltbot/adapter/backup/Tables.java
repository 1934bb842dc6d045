package dev.moltbot.adapter.backup;

import dev.moltbot.port.Snapshots;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The tables of an archive while it is read: in order, part after part, counted and digested. */
final class Tables {
  private final Snapshots.Sink sink;
  private final List<ArchiveJson.Rows> ended = new ArrayList<>();
  private List<Snapshots.Table> order = List.of();
  private MessageDigest digest = Digests.sha256();
  private long parts;
  private long lines;
  private long rows;

  Tables(Snapshots.Sink sink) {
    this.sink = sink;
  }

  void begin(ArchiveJson.About about) {
    order =
        about.tables().stream()
            .map(table -> new Snapshots.Table(table.name(), table.columns()))
            .toList();
    sink.begin(new Snapshots.Layout(about.schema(), order));
  }

  void part(Entries.Part part, byte[] content) throws IOException {
    while (ended.size() < order.size() && !current().name().equals(part.table())) {
      end();
    }
    if (ended.size() == order.size() || part.number() != parts + 1) {
      throw new NotWhole("its parts are not in order");
    }
    parts++;
    digest.update(content);
    for (byte one : content) {
      lines += one == '\n' ? 1 : 0; // COPY escapes those within values.
    }
    sink.rows(current(), content, content.length);
  }

  private Snapshots.Table current() {
    return order.get(ended.size());
  }

  private void end() {
    Snapshots.Table table = current();
    sink.end(table, lines);
    ended.add(new ArchiveJson.Rows(table.name(), lines, Digests.hex(digest)));
    digest = Digests.sha256();
    rows += lines;
    parts = 0;
    lines = 0;
  }

  /** No more tables come: the rest is empty. */
  void endAll() {
    while (ended.size() < order.size()) {
      end();
    }
  }

  void compare(ArchiveJson.Manifest manifest) throws NotWhole {
    if (!ended.equals(manifest.tables())) {
      throw new NotWhole("its tables are not those it was made with");
    }
  }

  void finish(List<ArchiveJson.Counter> numbers) {
    sink.sequences(
        numbers.stream()
            .map(one -> new Snapshots.Sequence(one.name(), one.value(), one.used()))
            .toList());
  }

  long rows() {
    return rows;
  }
}
