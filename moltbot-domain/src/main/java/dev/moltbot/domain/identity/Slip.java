package dev.moltbot.domain.identity;

/** One slip of a finger: a character too many, too few, another one, or two exchanged. */
final class Slip {
  private static final int LONG_ENOUGH = 3;

  private Slip() {}

  /** Whether one slip makes one text of the other; of very short ones it says nothing. */
  static boolean one(String first, String second) {
    int longer = Math.max(first.length(), second.length());
    int shorter = Math.min(first.length(), second.length());
    if (longer - shorter > 1 || shorter < LONG_ENOUGH) {
      return false;
    }
    int head = commonHead(first, second, shorter);
    int tail = commonTail(first, second, shorter - head);
    return longer - head - tail <= 1 || exchanged(first, second, head, tail);
  }

  private static int commonHead(String first, String second, int most) {
    int same = 0;
    while (same < most && first.charAt(same) == second.charAt(same)) {
      same++;
    }
    return same;
  }

  private static int commonTail(String first, String second, int most) {
    int same = 0;
    while (same < most
        && first.charAt(first.length() - 1 - same) == second.charAt(second.length() - 1 - same)) {
      same++;
    }
    return same;
  }

  private static boolean exchanged(String first, String second, int head, int tail) {
    return first.length() == second.length()
        && first.length() - head - tail == 2
        && first.charAt(head) == second.charAt(head + 1)
        && first.charAt(head + 1) == second.charAt(head);
  }
}
