package dev.moltbot.naming;

import dev.moltbot.domain.contact.NameComparison;
import dev.moltbot.domain.message.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Compares whole names, in any order of their words. Every word of the shorter name has to be found
 * in the longer one; a name of one word is found in a longer one as a part of it.
 */
public final class FullNames implements NameComparison {

  @Override
  public Result compare(UntrustedText first, UntrustedText second) {
    return compare(first.reveal(), second.reveal());
  }

  /** As {@link #compare(UntrustedText, UntrustedText)}, of any spelling. */
  public static Result compare(String first, String second) {
    return compareWords(Names.words(Names.folded(first)), Names.words(Names.folded(second)));
  }

  private static Result compareWords(List<String> first, List<String> second) {
    boolean firstShorter = first.size() <= second.size();
    List<String> shorter = firstShorter ? first : second;
    List<String> longer = firstShorter ? second : first;
    if (shorter.size() > 1 && allFound(shorter, longer, WordLikeness::sameName)) {
      return Result.SAME;
    }
    return allFound(shorter, longer, FullNames::couldBe) ? Result.COMPATIBLE : Result.CONTRADICTING;
  }

  /**
   * How alike two whole names are, from 0 to 1, words in any order: the mean of each word's best
   * partner, the longer name's additional words counting a little. For ranking, not for deciding.
   */
  public static double likeness(String first, String second) {
    List<String> one = Names.words(Names.folded(first));
    List<String> other = Names.words(Names.folded(second));
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double both = Math.min(one.size(), other.size());
    double all = Math.max(one.size(), other.size());
    List<String> shorter = one.size() <= other.size() ? one : other;
    List<String> longer = one.size() <= other.size() ? other : one;
    double sum = shorter.stream().mapToDouble(word -> best(word, longer)).sum();
    return sum / (both + 0.25 * (all - both));
  }

  private static double best(String word, List<String> among) {
    return among.stream().mapToDouble(other -> WordLikeness.of(word, other)).max().orElse(0);
  }

  private static boolean couldBe(String first, String second) {
    return WordLikeness.initial(first, second) || WordLikeness.nearlySameName(first, second);
  }

  /** Each word of the longer name is taken once, so "Ann Ann" is no "Ann Lee". */
  private static boolean allFound(
      List<String> shorter, List<String> longer, BiPredicate<String, String> same) {
    var left = new ArrayList<>(longer);
    for (String word : shorter) {
      int at = firstLike(word, left, same);
      if (at < 0) {
        return false;
      }
      left.remove(at);
    }
    return true;
  }

  /** An equal word first, so that a looser likeness does not take it away from its equal. */
  private static int firstLike(String word, List<String> left, BiPredicate<String, String> same) {
    int equal = left.indexOf(word);
    for (int i = 0; equal < 0 && i < left.size(); i++) {
      equal = same.test(word, left.get(i)) ? i : -1;
    }
    return equal;
  }
}
