package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.naming.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * How well a name answers a question, both folded. Every word asked for has to be found: as it is,
 * as the beginning or a part of a word, or with a letter wrong, missing, too many or changed about
 * (two in words of eight letters).
 */
final class Spelling {
  /** Shortest word in which a letter may be wrong. */
  private static final int FORGIVEN_FROM = 4;

  private static final int FORGIVEN_TWICE_FROM = 8;

  /**
   * A wrong letter is in three of a word's groups of three, two that changed places are in four;
   * with two letters wrong, of six some are left.
   */
  private static final int[] SPOILT = {0, 4, 6};

  /** So much alike has to be at least, or half of all names would be looked at. */
  private static final double LEAST_ALIKE = 0.3;

  private final List<String> asked;

  /**
   * @param question folded
   */
  Spelling(String question) {
    this.asked = words(question);
  }

  static List<String> words(String folded) {
    return Stream.of(folded.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  /** How many letters may be wrong in such a word. */
  static int forgiven(String word) {
    return word.length() >= FORGIVEN_TWICE_FROM ? 2 : word.length() >= FORGIVEN_FROM ? 1 : 0;
  }

  /**
   * What share of a word's groups of three letters is in whatever may be meant by it: a word of n
   * letters has n + 1, ends counted in.
   *
   * @param wrong how many letters may be wrong, from 1 to 2
   */
  static double likeness(String word, int wrong) {
    int groups = word.length() + 1;
    int spoilt = SPOILT[Math.min(wrong, forgiven(word))];
    return Math.max(LEAST_ALIKE, Math.floor(100.0 * (groups - spoilt) / groups) / 100);
  }

  /** 0 for the very words; more the worse; -1 when some word is not there at all. */
  int distance(String folded) {
    List<String> there = words(folded);
    int sum = 0;
    for (String word : asked) {
      int best = there.stream().mapToInt(one -> distance(word, one)).min().orElse(MISSED);
      if (best >= MISSED) {
        return -1;
      }
      sum += best;
    }
    return asked.isEmpty() ? -1 : sum;
  }

  private static final int MISSED = 1_000;

  private static int distance(String asked, String there) {
    if (there.equals(asked)) {
      return 0;
    }
    if (there.startsWith(asked)) {
      return 1;
    }
    if (asked.length() >= FORGIVEN_FROM - 1 && there.contains(asked)) {
      return 2;
    }
    int allowed = forgiven(asked);
    if (allowed > 0 && Names.sounding(asked).equals(Names.sounding(there))) {
      return 2;
    }
    int wrong = allowed == 0 ? MISSED : wrongLetters(asked, there, allowed);
    return wrong <= allowed ? 2 + wrong : MISSED;
  }

  /** Damerau's distance (neighbours changed about count once), as far as it matters. */
  private static int wrongLetters(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return MISSED;
    }
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(one, other, cost, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(String one, String other, int[][] cost, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
