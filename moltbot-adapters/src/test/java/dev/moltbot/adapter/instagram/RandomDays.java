package dev.moltbot.adapter.instagram;

import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Days on which anything happens, to be lived again by their seed. */
final class RandomDays {
  private static final int STEPS = 60;
  private static final int PEOPLE = 12;

  private RandomDays() {}

  /** The ids of messages that were received and never read. */
  static Set<String> missed(InstagramRig rig, Random random) {
    var written = new HashSet<String>();
    var read = new HashSet<String>();
    Cursor cursor = Cursor.START;
    rig.instagram.inbox.pageLimit(2 + random.nextInt(5));
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> {
          for (int i = random.nextInt(6); i >= 0; i--) {
            written.add(rig.receives("10000" + random.nextInt(PEOPLE), "hello"));
          }
        }
        case 3 -> written.add(late(rig, random));
        case 4 -> rig.time.advance(Duration.ofMillis(random.nextInt(90_000)));
        case 5 -> {
          rig.time.advance(Duration.ofSeconds(2));
          rig.restarts();
        }
        case 6 -> fails(rig, random);
        default -> cursor = read(rig, cursor, 1 + random.nextInt(9), read);
      }
    }
    cursor = settle(rig, cursor, read);
    rig.time.advance(PolledReader.SWEEP);
    settle(rig, cursor, read);
    written.removeAll(read);
    return written;
  }

  /** Reads until nothing comes for a while; faults that nothing met yet are met on the way. */
  private static Cursor settle(InstagramRig rig, Cursor from, Set<String> into) {
    Cursor cursor = from;
    for (int quiet = 0; quiet < 12; ) {
      Cursor next = read(rig, cursor, 50, into);
      quiet = next.equals(cursor) ? quiet + 1 : 0;
      cursor = next;
    }
    return cursor;
  }

  /** A message that shows up some time after it was sent. */
  private static String late(InstagramRig rig, Random random) {
    var at = rig.time.instant().minusSeconds(random.nextInt(100));
    return rig.instagram.inbox.receives("20000" + random.nextInt(1_000), "late", at);
  }

  private static void fails(InstagramRig rig, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> rig.failsOnce();
      case 1 -> rig.cutsAnswerOnce();
      default -> rig.throttlesOnce("3");
    }
  }

  private static Cursor read(InstagramRig rig, Cursor from, int limit, Set<String> into) {
    ReadResult result = rig.reader().read(from, limit, Duration.ZERO);
    if (result instanceof ReadResult.Batch batch) {
      if (batch.messages().size() + batch.quarantined().size() > limit) {
        throw new AssertionError("more than asked for");
      }
      batch.messages().stream().map(InboundMessage::id).forEach(id -> into.add(id.nativeId()));
      batch.quarantined().forEach(one -> into.add(one.id().nativeId()));
      return batch.next();
    }
    rig.time.advance(Duration.ofSeconds(20));
    return from;
  }
}
