package dev.moltbot.adapter.postgres.contact;

import dev.moltbot.naming.Names;
import java.util.LinkedHashSet;

/** What somebody can be found by, as it is kept: see {@code handle.folded}. */
public final class Folding {

  private Folding() {}

  /**
   * The words in plain Latin letters, then how they sound where that is spelled otherwise: what
   * Юлія is kept as, who asks for Yuliya finds.
   */
  public static String of(String words) {
    String folded = Names.folded(words);
    var all = new LinkedHashSet<>(Spelling.words(folded));
    all.addAll(Spelling.words(folded).stream().map(Names::sounding).toList());
    return String.join(" ", all);
  }
}
