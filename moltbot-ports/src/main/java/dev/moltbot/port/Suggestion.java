package dev.moltbot.port;

import dev.moltbot.domain.contact.Handle;
import java.util.List;

/**
 * Two people who may be one.
 *
 * @param firstHandle where the resemblance was seen; a refusal keeps the two handles apart
 * @param score how likely it is that they are one, from 0 to 1
 * @param reasons in the program's own words, no names
 */
public record Suggestion(
    PersonLine first,
    Handle firstHandle,
    PersonLine second,
    Handle secondHandle,
    double score,
    List<String> reasons) {

  public Suggestion {
    reasons = List.copyOf(reasons);
  }
}
