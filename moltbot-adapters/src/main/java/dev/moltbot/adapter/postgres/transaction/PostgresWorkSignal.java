package dev.moltbot.adapter.postgres.transaction;

import dev.moltbot.port.WorkSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes waiters when any process commits work, by PostgreSQL's own notifications on a connection
 * kept for them. While that connection is lost nobody is woken, and polling goes on.
 */
public final class PostgresWorkSignal implements WorkSignal, AutoCloseable {
  private static final Duration LISTEN = Duration.ofSeconds(20);
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  private final DataSource source;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Thread listener;

  /** What each waiter has seen: a signal that came just before it began to wait still counts. */
  private final ThreadLocal<Long> seen = ThreadLocal.withInitial(() -> 0L);

  private long signals;

  public PostgresWorkSignal(DataSource source) {
    this.source = source;
    this.listener = Thread.ofPlatform().daemon().name("moltbot-work-signal").unstarted(this::run);
  }

  public void start() {
    listener.start();
  }

  @Override
  public void await(Duration longest) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = longest.toNanos();
      while (signals == seen.get() && nanos > 0) {
        nanos = woken.awaitNanos(nanos);
      }
      seen.set(signals);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + Database.SIGNAL);
        wake(); // Whatever was committed while nobody listened.
        listen(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        pause();
      }
    }
  }

  private void listen(PGConnection connection) throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] notifications = connection.getNotifications((int) LISTEN.toMillis());
      if (notifications != null && notifications.length > 0) {
        wake();
      }
    }
  }

  private void wake() {
    lock.lock();
    try {
      signals++;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RECONNECT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The thread is a daemon and may sit in a read; the server's end or the process's ends it. */
  @Override
  public void close() {
    listener.interrupt();
  }
}
