package dev.moltbot.app.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.port.AuditLog;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.helpers.NOPMDCAdapter;

/**
 * {@code actions.log}: one JSON line per audit entry, in order, for people and for log readers. A
 * copy: what counts is the chain in the database. Takes up after a restart where the file ends.
 *
 * <p>Not thread-safe.
 */
public final class ActionLog implements AutoCloseable {
  /** Size at which the file is rotated. */
  public static final long MAX_FILE_BYTES = 10_000_000;

  /** Rotated files kept: {@code actions.log.1} to {@code actions.log.5}. */
  public static final int MAX_OLD_FILES = 5;

  private static final int BATCH = 500;
  private static final int LAST_LINE_BYTES = 16_384;
  private static final Pattern SEQUENCE = Pattern.compile("\\{\"seq\":(\\d+),[^\n]*}\n");

  private final RollingFileAppender<ILoggingEvent> appender;
  private final Logger logger;
  private long written;

  /** Opens the file, which is made for the owner alone. */
  public ActionLog(Path file) {
    written = lastSequence(file);
    var context = new LoggerContext();
    // A context made by hand has none, and its appenders then fail in silence.
    context.setMDCAdapter(new NOPMDCAdapter());
    appender = appender(context, file);
    logger = context.getLogger("actions");
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  /** Writes the entries that are not in the file yet. */
  public void follow(AuditLog audit) {
    startOverIfForeign(audit);
    List<AuditEntry> entries = audit.after(written, BATCH);
    while (!entries.isEmpty()) {
      entries.forEach(this::write);
      entries = audit.after(written, BATCH);
    }
  }

  @Override
  public void close() {
    appender.stop();
  }

  /** A file that is ahead of the chain belongs to another database. */
  private void startOverIfForeign(AuditLog audit) {
    List<AuditEntry> last = audit.tail(1);
    if (last.isEmpty() || last.getFirst().sequence() < written) {
      written = 0;
    }
  }

  private void write(AuditEntry entry) {
    String rest = entry.payload().substring(1);
    logger.info(
        "{\"seq\":"
            + entry.sequence()
            + ",\"at\":\""
            + entry.at()
            + "\",\"type\":\""
            + entry.type()
            + (rest.equals("}") ? "\"" : "\",")
            + rest);
    written = entry.sequence();
  }

  private static long lastSequence(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, reader.length() - LAST_LINE_BYTES);
      var tail = new byte[(int) (reader.length() - start)];
      reader.seek(start);
      reader.readFully(tail);
      Matcher lines = SEQUENCE.matcher(new String(tail, StandardCharsets.UTF_8));
      long last = 0;
      while (lines.find()) {
        last = Long.parseLong(lines.group(1));
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setFile(file.toString());
    var rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(MAX_OLD_FILES);
    rolling.start();
    var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
    trigger.setContext(context);
    trigger.setMaxFileSize(new FileSize(MAX_FILE_BYTES));
    trigger.start();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg\n");
    encoder.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
