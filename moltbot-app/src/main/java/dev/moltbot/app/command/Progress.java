package dev.moltbot.app.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says how far a long piece of work is; nothing at all anywhere else,
 * so that pipes and logs stay clean.
 */
final class Progress {
  private static final int BAR_CHARS = 24;
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long started;
  private String doing = "";
  private long lastShown;

  Progress(PrintStream out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
  }

  /** Shows the line, at most ten times a second. {@code total} is 0 when nobody knows. */
  void show(String what, long done, long total) {
    long now = nanos.getAsLong();
    if (!what.equals(doing)) {
      doing = what;
      started = now;
    }
    if (terminal && now - lastShown >= BETWEEN.toNanos()) {
      lastShown = now;
      double seconds = Math.max(1, now - started) / 1e9;
      out.print("\r" + line(what, done, total, done / seconds) + "   ");
      out.flush();
    }
  }

  /** Ends the line. */
  void done() {
    if (terminal && lastShown != 0) {
      out.println();
      lastShown = 0;
    }
  }

  private static String line(String what, long done, long total, double rate) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s %,d (%,.0f/s)", what, done, rate);
    }
    int full = (int) (BAR_CHARS * Math.min(done, total) / total);
    String bar = "#".repeat(full) + "-".repeat(BAR_CHARS - full);
    long left = rate > 0 ? Math.round((total - done) / rate) : 0;
    return String.format(
        Locale.ROOT, "%s [%s] %,d of %,d (%,.0f/s, %d s left)", what, bar, done, total, rate, left);
  }
}
