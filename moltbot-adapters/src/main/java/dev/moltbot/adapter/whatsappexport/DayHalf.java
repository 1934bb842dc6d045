package dev.moltbot.adapter.whatsappexport;

/** What the words beside a time do to its hour. */
enum DayHalf {
  /** No such words: the clock has 24 hours. */
  NONE,
  BEFORE_NOON,
  AFTER_NOON,
  /** Around noon: 11 is before, 12 and 1 are after. */
  NOON;

  private static final int HALF = 12;

  /** The hour of the day. Some phones write 14:30 PM; that is 14:30. */
  int hour(int shown) {
    if (shown > HALF) {
      return shown;
    }
    return switch (this) {
      case NONE -> shown;
      case BEFORE_NOON -> shown % HALF;
      case AFTER_NOON -> shown % HALF + HALF;
      case NOON -> shown > 9 && shown < HALF ? shown : shown % HALF + HALF;
    };
  }
}
