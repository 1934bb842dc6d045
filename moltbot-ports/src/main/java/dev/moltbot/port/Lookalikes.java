package dev.moltbot.port;

import dev.moltbot.domain.identity.Description;
import dev.moltbot.domain.identity.Match;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** Who is described how, and who may be one with whom. Each method is one transaction. */
public interface Lookalikes {

  /** Another text whenever somebody became known, or more became known of somebody. */
  String state();

  /** Hands over all people, each once, with what every source says of them, folded. */
  void everyone(Consumer<Description> use);

  /**
   * Keeps pairs for the owner to decide. Left out are those whom the owner said to be two, those
   * who are one by now, and those who are suggested already.
   *
   * @param found by the keys of {@link #everyone}
   * @return how many are new
   */
  int suggest(Collection<Match> found, Instant now);
}
