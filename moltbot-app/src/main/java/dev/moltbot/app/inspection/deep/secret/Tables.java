package dev.moltbot.app.inspection.deep.secret;

import dev.moltbot.port.Snapshots;
import dev.moltbot.port.StoreUnavailable;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Every row of every table, as a backup would read them; nothing is written anywhere. */
public final class Tables {
  private Tables() {}

  /** Searches all of them; a line is a row. */
  public static void search(Snapshots database, Searched into) {
    try {
      database.copy(new Rows(into));
    } catch (StoreUnavailable e) {
      into.unread("the tables", "the database cannot be reached");
    } catch (CancellationException e) {
      into.unread("the tables", "told to stop");
    }
  }

  /** For one copy, and one thread. */
  private static final class Rows implements Snapshots.Sink {
    private final Searched into;
    private @Nullable Pass pass;

    Rows(Searched into) {
      this.into = into;
    }

    @Override
    public void begin(Snapshots.Layout layout) {}

    @Override
    public void rows(Snapshots.Table table, byte[] bytes, int length) {
      if (pass == null) {
        pass = into.pass("table " + table.name());
      }
      pass.take(bytes, length);
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException();
      }
    }

    @Override
    public void end(Snapshots.Table table, long rows) {
      if (pass != null) {
        pass.finish();
      }
      pass = null;
    }

    @Override
    public void sequences(List<Snapshots.Sequence> sequences) {}
  }
}
