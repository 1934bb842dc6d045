package dev.moltbot.app.inspection.deep.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is looked for: values in use in all their forms, and the shapes of {@link Shapes}.
 *
 * <p>Immutable and thread-safe; every stream is read once, in a buffer of a fixed size.
 */
public final class Search {
  private final Automaton automaton;
  private final List<Needle> needles;

  private Search(List<Needle> needles) {
    this.needles = List.copyOf(needles);
    this.automaton =
        new Automaton(needles.stream().map(needle -> Forms.folded(needle.text())).toList());
  }

  /**
   * Looks for these.
   *
   * @param values by the name of what is set; those under {@value Forms#MIN_CHARS} characters are
   *     not looked for
   */
  public static Search of(Map<String, String> values) {
    var needles = new LinkedHashMap<String, Needle>();
    values.forEach((name, value) -> {
      if (value.length() >= Forms.MIN_CHARS) {
        Forms.of(value)
            .forEach((text, how) -> needles.putIfAbsent(text, new Needle.Exact(text, name + how)));
      }
    });
    List<Needle> all = new ArrayList<>(needles.values());
    for (Shape shape : Shapes.PUBLISHED) {
      shape.anchors().forEach(anchor -> all.add(new Needle.Sign(anchor, shape)));
    }
    return new Search(all);
  }

  /** An empty tally, to be filled by searching. */
  public Searched begin() {
    return new Searched(this);
  }

  /**
   * A look at one stream.
   *
   * @param place what to call it
   */
  Pass pass(String place, Searched into) {
    return new Pass(automaton, needles, place, into);
  }

  /** Whether anything is in these few bytes. */
  boolean isIn(byte[] bytes) {
    int state = automaton.start();
    for (int i = 0; i < bytes.length; i++) {
      state = automaton.step(state, bytes[i]);
      for (int needle : automaton.endsAt(state)) {
        if (needles.get(needle).isAt(bytes, i + 1, 0, bytes.length)) {
          return true;
        }
      }
    }
    return false;
  }
}
