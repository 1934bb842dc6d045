package dev.moltbot.bench;

import dev.moltbot.domain.identity.Matching;
import dev.moltbot.naming.NameSpellings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moltbot's answers about one labelled set.
 *
 * @param automatic pairs merged without asking, and all that follows from them
 * @param suggested those, and the pairs the owner would be asked about; nothing that would follow
 *     from the owner's answers is counted
 * @param candidates with how many others a description is compared, on average
 */
record Resolution(Score automatic, Score suggested, double candidates, double seconds) {

  static Resolution of(LabelledSet set) {
    List<String> truth = set.truth();
    long start = System.nanoTime();
    Set<Long> automatic = Merged.pairs(set);
    var matching = new Matching(new NameSpellings(), set.descriptions()::forEach);
    Set<Long> suggested = new HashSet<>(automatic);
    matching
        .atLeast(Matching.WORTH_ASKING)
        .forEach(match -> suggested.add(Score.pair(match.first(), match.second())));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Resolution(
        Score.of(automatic, truth),
        Score.of(suggested, truth),
        matching.compared() * 2.0 / set.size(),
        seconds);
  }

  void print(LabelledSet set) {
    List<String> truth = set.truth();
    System.out.printf(
        "%n%s: %d descriptions, %d pairs of one person%n",
        set.name(), set.size(), suggested.possible());
    System.out.println("  e-mail, or name+birthday  " + Score.of(Baselines.exact(set), truth));
    System.out.println(
        "  that, or full name        " + Score.of(Baselines.exactOrNamed(set), truth));
    System.out.println("  Moltbot merges            " + automatic);
    System.out.println("  Moltbot merges or asks    " + suggested);
    System.out.printf(
        "  compared with %.1f others on average (at most 50); %.1f s%n", candidates, seconds);
  }
}
