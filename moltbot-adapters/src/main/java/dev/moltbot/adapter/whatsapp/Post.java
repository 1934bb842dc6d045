package dev.moltbot.adapter.whatsapp;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How things stand, and a place to wait for a change of it. Thread-safe. */
final class Post {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Standing standing = Standing.CONNECTING;

  Standing now() {
    lock.lock();
    try {
      return standing;
    } finally {
      lock.unlock();
    }
  }

  void set(Standing next) {
    lock.lock();
    try {
      standing = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How things stand once they are not just connecting, or the time is over. */
  Standing settled(Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (standing instanceof Standing.Connecting && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return standing;
    } finally {
      lock.unlock();
    }
  }
}
