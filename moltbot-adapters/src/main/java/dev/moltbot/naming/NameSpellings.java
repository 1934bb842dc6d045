package dev.moltbot.naming;

import dev.moltbot.domain.identity.Spellings;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Spellings of names in Latin letters and the table of short forms. */
public final class NameSpellings implements Spellings {
  private static final JaroWinklerSimilarity LETTERS = new JaroWinklerSimilarity();
  private static final LevenshteinDistance SLIPS = LevenshteinDistance.getDefaultInstance();

  @Override
  public String sounding(String word) {
    return Sounding.of(word);
  }

  @Override
  public Set<Integer> givenNames(String word) {
    return Nicknames.groups(word);
  }

  @Override
  public double alike(String first, String second) {
    return LETTERS.apply(first, second);
  }

  @Override
  public int slips(String first, String second) {
    return SLIPS.apply(first, second);
  }
}
