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

  /** Before this the pace says nothing about what is to come. */
  private static final Duration WARM = Duration.ofMillis(500);

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private long started;
  private String doing = "";
  private long lastShown;
  private int shown;

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
      lastShown = now - BETWEEN.toNanos();
    }
    if (terminal && now - lastShown >= BETWEEN.toNanos()) {
      lastShown = now;
      String line = line(what, done, total, (now - started) / 1e9);
      out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      shown = line.length();
      out.flush();
    }
  }

  /** Ends the line. */
  void done() {
    if (shown > 0) {
      out.println();
      shown = 0;
    }
  }

  private static String line(String what, long done, long total, double seconds) {
    String pace = seconds < WARM.toMillis() / 1e3 ? "" : pace(done, total, done / seconds);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s %,d%s", what, done, pace);
    }
    int full = (int) (BAR_CHARS * Math.min(done, total) / total);
    String bar = "#".repeat(full) + "-".repeat(BAR_CHARS - full);
    return String.format(Locale.ROOT, "%s [%s] %,d of %,d%s", what, bar, done, total, pace);
  }

  private static String pace(long done, long total, double rate) {
    if (total <= 0 || rate == 0) {
      return String.format(Locale.ROOT, " (%,.0f/s)", rate);
    }
    long left = Math.max(0, Math.round((total - done) / rate));
    return String.format(Locale.ROOT, " (%,.0f/s, %d s left)", rate, left);
  }
}
