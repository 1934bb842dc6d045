package dev.moltbot.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that someone handed to us, kept on disk until they are stored elsewhere: what {@link
 * #put} returned from may be acknowledged. Numbered in order of arrival, by the clock in
 * microseconds or one more than the last: so no number is given twice, even where the folder was
 * lost or came out of an old backup while a cursor remembers more.
 *
 * <p>Thread-safe; one process at a time may put.
 */
public final class Spool {
  /** Most entries kept; after that {@link #put} refuses, and the sender keeps them. */
  public static final int MAX_ENTRIES = 100_000;

  /** Most bytes kept, in all entries together; after that {@link #put} refuses. */
  public static final long MAX_BYTES = 1L << 30;

  /** How much one read hands over, in bytes; it stops after the entry that passes it. */
  public static final int MAX_READ_BYTES = 16 << 20;

  private static final String LAST = "last";
  private static final int DIGITS = 19;

  private final StateFolder folder;
  private final InstantSource time;
  private final int maxEntries;
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long last = -1;
  private int entries;
  private long bytes;

  public Spool(StateFolder folder, InstantSource time) {
    this(folder, time, MAX_ENTRIES, MAX_BYTES);
  }

  Spool(StateFolder folder, InstantSource time, int maxEntries, long maxBytes) {
    this.folder = folder;
    this.time = time;
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
  }

  /** One message as it was handed over. */
  public record Entry(long number, String text) {}

  /** Keeps the message; it is on the disk on return. */
  public long put(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    lock.lock();
    try {
      open();
      if (entries >= maxEntries || bytes + utf8.length > maxBytes) {
        throw new IOException("the spool is full: " + entries + " messages wait to be stored");
      }
      long next = Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, time.instant()));
      folder.write(name(next), utf8);
      last = next;
      entries++;
      bytes += utf8.length;
      arrived.signalAll();
      return last;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The entries after a number, oldest first. What is at or before it is stored elsewhere by now,
   * and removed here.
   *
   * @param number 0 for the first read
   * @param limit most entries; fewer where they are over {@link #MAX_READ_BYTES} together
   * @param wait how long to wait for the first one
   */
  public List<Entry> after(long number, int limit, Duration wait)
      throws IOException, InterruptedException {
    lock.lock();
    try {
      open();
      forget(number);
      long nanos = wait.toNanos();
      while (last <= number && nanos > 0) {
        nanos = arrived.awaitNanos(nanos);
      }
      return entries(number, limit);
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is an entry after this number. */
  public boolean holdsAfter(long number) throws IOException {
    lock.lock();
    try {
      open();
      return entries > 0 && last > number;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages wait. */
  public int size() throws IOException {
    lock.lock();
    try {
      open();
      return entries;
    } finally {
      lock.unlock();
    }
  }

  private List<Entry> entries(long number, int limit) throws IOException {
    var found = new ArrayList<Entry>();
    long read = 0;
    for (String name : numbered()) {
      if (Long.parseLong(name) <= number) {
        continue;
      }
      if (found.size() >= limit || read > MAX_READ_BYTES) {
        break;
      }
      byte[] there = folder.read(name).orElseGet(() -> new byte[0]);
      read += there.length;
      found.add(new Entry(Long.parseLong(name), text(there)));
    }
    return found;
  }

  /** The last number is kept apart before its entry goes: an empty folder must not start anew. */
  private void forget(long number) throws IOException {
    List<String> done = numbered().stream().filter(name -> Long.parseLong(name) <= number).toList();
    if (done.isEmpty()) {
      return;
    }
    folder.write(LAST, Long.toString(last).getBytes(StandardCharsets.UTF_8));
    for (String name : done) {
      bytes -= folder.size(name);
      folder.delete(name);
      entries--;
    }
  }

  private void open() throws IOException {
    if (last >= 0) {
      return;
    }
    folder.sweep();
    List<String> names = numbered();
    entries = names.size();
    bytes = 0;
    for (String name : names) {
      bytes += folder.size(name);
    }
    long noted = folder.read(LAST).map(Spool::number).orElse(0L);
    last = Math.max(noted, names.isEmpty() ? 0 : Long.parseLong(names.getLast()));
  }

  private List<String> numbered() throws IOException {
    return folder.names().stream().filter(name -> name.matches("\\d{" + DIGITS + "}")).toList();
  }

  /** A note that cannot be read is none: the clock is ahead of it. */
  private static long number(byte[] digits) {
    String text = text(digits);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String name(long number) {
    String digits = Long.toString(number);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
