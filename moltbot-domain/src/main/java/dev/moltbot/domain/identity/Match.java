package dev.moltbot.domain.identity;

import java.util.List;

/**
 * Two who may be one person.
 *
 * @param first key of the one
 * @param second key of the other
 * @param probability that they are, from 0 to 1, as far as the model knows
 * @param reasons in words for the owner, the weightiest first; no third person's data in them
 */
public record Match(long first, long second, double probability, List<String> reasons) {

  public Match {
    reasons = List.copyOf(reasons);
  }
}
