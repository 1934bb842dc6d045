package dev.moltbot.domain.identity;

/** Birthdays as eight digits, year first; or four, when the year is not known. */
final class Dates {
  private static final int WHOLE = 8;
  private static final int YEAR = 4;

  private Dates() {}

  static Level agreement(String first, String second) {
    if (Slip.one(first, second)) {
      return Level.SPELLED;
    }
    if (first.length() != WHOLE || second.length() != WHOLE) {
      return dayOfYear(first).equals(dayOfYear(second)) ? Level.CLOSE : Level.DIFFERENT;
    }
    if (exchanged(first, second)) {
      return Level.SPELLED;
    }
    if (samePartsOf(first, second) >= 2 || sameDigits(first, second) >= WHOLE - 2) {
      return Level.CLOSE;
    }
    return sameDigits(first, second) >= WHOLE - 3 ? Level.FAINT : Level.DIFFERENT;
  }

  private static String dayOfYear(String date) {
    return date.length() == WHOLE ? date.substring(YEAR) : date;
  }

  /** Day and month in the other order. */
  private static boolean exchanged(String first, String second) {
    return first.equals(
        second.substring(0, YEAR) + second.substring(6) + second.substring(YEAR, 6));
  }

  private static int sameDigits(String first, String second) {
    int same = 0;
    for (int i = 0; i < WHOLE; i++) {
      same += first.charAt(i) == second.charAt(i) ? 1 : 0;
    }
    return same;
  }

  private static int samePartsOf(String first, String second) {
    int same = first.regionMatches(0, second, 0, YEAR) ? 1 : 0;
    same += first.regionMatches(YEAR, second, YEAR, 2) ? 1 : 0;
    return same + (first.regionMatches(6, second, 6, 2) ? 1 : 0);
  }
}
