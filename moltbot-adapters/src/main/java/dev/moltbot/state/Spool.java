package dev.moltbot.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that someone handed to us, kept on disk until they are stored elsewhere: what {@link
 * #put} returned from may be acknowledged. Numbered in order of arrival; a number is never given
 * twice while anything with it may still be remembered as a cursor.
 *
 * <p>Thread-safe.
 */
public final class Spool {
  /** Most entries kept; after that {@link #put} refuses, and the sender keeps them. */
  public static final int MAX_ENTRIES = 100_000;

  private static final String LAST = "last";
  private static final int DIGITS = 19;

  private final StateFolder folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long last = -1;
  private int entries;

  public Spool(StateFolder folder) {
    this.folder = folder;
  }

  /** One message as it was handed over. */
  public record Entry(long number, String text) {}

  /** Keeps the message; it is on the disk on return. */
  public long put(String text) throws IOException {
    lock.lock();
    try {
      open();
      if (entries >= MAX_ENTRIES) {
        throw new IOException("the spool is full: " + MAX_ENTRIES + " messages wait to be stored");
      }
      folder.write(name(last + 1), text.getBytes(StandardCharsets.UTF_8));
      last++;
      entries++;
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
    for (String name : numbered()) {
      if (found.size() < limit && Long.parseLong(name) > number) {
        var bytes = folder.read(name);
        bytes.ifPresent(there -> found.add(new Entry(Long.parseLong(name), text(there))));
      }
    }
    return found;
  }

  /** The last number is kept apart before its entry goes: an empty folder must not start at 1. */
  private void forget(long number) throws IOException {
    List<String> done = numbered().stream().filter(name -> Long.parseLong(name) <= number).toList();
    if (done.isEmpty()) {
      return;
    }
    folder.write(LAST, Long.toString(last).getBytes(StandardCharsets.UTF_8));
    for (String name : done) {
      folder.delete(name);
      entries--;
    }
  }

  private void open() throws IOException {
    if (last >= 0) {
      return;
    }
    List<String> names = numbered();
    entries = names.size();
    long noted = folder.read(LAST).map(Spool::number).orElse(0L);
    last = Math.max(noted, names.isEmpty() ? 0 : Long.parseLong(names.getLast()));
  }

  private List<String> numbered() throws IOException {
    return folder.names().stream().filter(name -> name.matches("\\d{" + DIGITS + "}")).toList();
  }

  private static long number(byte[] digits) {
    return Long.parseLong(text(digits));
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static String name(long number) {
    String digits = Long.toString(number);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
