package dev.moltbot.domain.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds any of many phrases in one pass (Aho and Corasick, 1975), as a dense table: one array
 * access a character. Forty patterns one by one cost more than a hundred times as much.
 *
 * <p>Compatibility forms, case, and how much white space there is make no difference. Phrases are
 * given as they look after that: in lower case, with single blanks.
 *
 * <p>Immutable after construction and thread-safe.
 */
public final class PhraseAutomaton {
  private static final int ROOT = 0;
  private static final int UNSET = -1;

  /** Class 0 is every character that occurs in no phrase; capitals are of their letter's class. */
  private final byte[] classes = new byte[Character.MAX_VALUE + 1];

  private final int width;
  private final int[] next;
  private final BitSet[] ends;

  /** Where anything ends at all; saves a look into a set for nearly every character. */
  private final boolean[] accepts;

  private int states = 1;

  public PhraseAutomaton(List<String> phrases) {
    int capacity = 1 + phrases.stream().mapToInt(String::length).sum();
    width = classify(phrases);
    next = new int[capacity * width];
    Arrays.fill(next, UNSET);
    ends = new BitSet[capacity];
    Arrays.setAll(ends, i -> new BitSet());
    accepts = new boolean[capacity];
    for (int i = 0; i < phrases.size(); i++) {
      add(phrases.get(i), i);
    }
    connect();
  }

  /** Indexes of the phrases that occur in the text. */
  public BitSet find(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var found = new BitSet();
    byte blank = classes[' '];
    boolean afterBlank = false;
    int state = ROOT;
    for (int i = 0; i < folded.length(); i++) {
      byte c = classes[folded.charAt(i)];
      if (c != blank || !afterBlank) {
        state = next[state * width + c];
        if (accepts[state]) {
          found.or(ends[state]);
        }
      }
      afterBlank = c == blank;
    }
    return found;
  }

  private int classify(List<String> phrases) {
    var used = new BitSet();
    phrases.forEach(phrase -> phrase.chars().forEach(used::set));
    if (used.cardinality() >= Byte.MAX_VALUE) {
      throw new IllegalArgumentException("phrases use " + used.cardinality() + " characters");
    }
    used.set(' ');
    int count = 1;
    for (int c = used.nextSetBit(0); c >= 0; c = used.nextSetBit(c + 1)) {
      classes[c] = (byte) count++;
    }
    for (int c = 0; c < classes.length; c++) {
      classes[c] = classes[Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c)];
    }
    return count;
  }

  private void add(String phrase, int index) {
    int state = ROOT;
    for (int i = 0; i < phrase.length(); i++) {
      int edge = state * width + classes[phrase.charAt(i)];
      if (next[edge] == UNSET) {
        next[edge] = states++;
      }
      state = next[edge];
    }
    ends[state].set(index);
  }

  /** Breadth first, so that a state's fallback is complete before its children need it. */
  private void connect() {
    var fallback = new int[states];
    var queue = new ArrayDeque<Integer>();
    queue.add(ROOT);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      ends[state].or(ends[fallback[state]]);
      accepts[state] = !ends[state].isEmpty();
      for (int c = 0; c < width; c++) {
        int otherwise = state == ROOT ? ROOT : next[fallback[state] * width + c];
        int edge = state * width + c;
        if (next[edge] == UNSET) {
          next[edge] = otherwise;
        } else {
          fallback[next[edge]] = otherwise;
          queue.add(next[edge]);
        }
      }
    }
  }
}
