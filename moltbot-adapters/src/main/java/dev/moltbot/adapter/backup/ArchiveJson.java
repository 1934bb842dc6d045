package dev.moltbot.adapter.backup;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.util.List;

/** What an archive says of itself. Wire types never leave this package. */
interface ArchiveJson {
  /** The only form there is so far. */
  int FORMAT = 1;

  JsonAdapter<About> ABOUT = new Moshi.Builder().build().adapter(About.class);
  JsonAdapter<Manifest> MANIFEST = new Moshi.Builder().build().adapter(Manifest.class);

  /** Comes first: what is needed to make room for the rest. */
  record About(int format, String made_at, String version, String schema, List<Columns> tables) {}

  /** A table, in the order of the archive. */
  record Columns(String name, List<String> columns) {}

  /** Comes last: a file that was cut has none. */
  record Manifest(List<Rows> tables, List<Counter> sequences, List<Digest> files) {}

  /** {@code sha256} is of all the table's parts together. */
  record Rows(String name, long rows, String sha256) {}

  record Counter(String name, long value, boolean used) {}

  record Digest(String name, String sha256) {}
}
