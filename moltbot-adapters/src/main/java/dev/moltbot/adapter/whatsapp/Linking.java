package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A bridge that links a phone, and what it has to say. */
final class Linking implements Talk.Side, AutoCloseable {
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final LongSupplier nanos;
  private final long began;
  private final Talk talk;

  Linking(BridgeProgram.Running bridge, SessionStore session, LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.talk = new Talk(bridge, session, this, true);
    Thread.ofPlatform().daemon().name("whatsapp-linking").start(this::run);
  }

  /** What can be heard of it. */
  sealed interface News {

    /** A code to scan. */
    record Code(String code) implements News {}

    /** A phone scanned it; digits of its number. */
    record Linked(String number) implements News {}

    /** It goes on by itself. */
    record Trouble(String reason) implements News {}

    /** It does not. */
    record Over(String reason, String remedy) implements News {}
  }

  private void run() {
    news.add(new News.Over(talk.run(), "Try again."));
  }

  /**
   * Waits for the next news.
   *
   * @param patience counted from the beginning of it all
   */
  News next(Duration patience) throws InterruptedException {
    long left = patience.toNanos() - (nanos.getAsLong() - began);
    @Nullable News next = news.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
    return next != null ? next : over(Endings.of("not-scanned"));
  }

  /** Lets it be for a while, or until it ends. */
  void linger(Duration time) throws InterruptedException {
    long until = nanos.getAsLong() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - nanos.getAsLong()) {
      if (news.poll(left, TimeUnit.NANOSECONDS) instanceof News.Over) {
        return;
      }
    }
  }

  private static News over(Standing.Stuck why) {
    return new News.Over(why.reason(), why.remedy());
  }

  /** Messages wait at WhatsApp until the link is in use. */
  @Override
  public void keep(Wire.Message message) throws IOException {
    throw new IOException("not while linking");
  }

  @Override
  public void code(String code) {
    news.add(new News.Code(code));
  }

  @Override
  public void standing(Standing standing) {
    if (standing instanceof Standing.Waiting(String reason)) {
      news.add(new News.Trouble(reason));
    }
  }

  @Override
  public void open(String number, String identity) {
    news.add(new News.Linked(number));
  }

  @Override
  public void ended(String reason) {
    news.add(over(Endings.of(reason)));
  }

  @Override
  public void close() {
    talk.close();
  }
}
