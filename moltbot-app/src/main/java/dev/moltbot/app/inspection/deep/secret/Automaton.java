package dev.moltbot.app.inspection.deep.secret;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Finds many texts in one pass over bytes, small and capital letters alike: Aho and Corasick,
 * "Efficient string matching" (CACM 18:6, 1975), as a table of all steps. Made of at most some
 * thousand characters, a few megabytes.
 *
 * <p>Immutable and thread-safe.
 */
final class Automaton {
  private static final int START = 0;

  /** Bytes that behave alike are one symbol; 0 is every byte that no text has. */
  private final int[] symbols = new int[256];

  private final int width;
  private final int[] steps;

  /** By state: which texts end here. */
  private final int[][] ends;

  /**
   * @param texts in small letters, a byte a character
   */
  Automaton(List<String> texts) {
    width = 1 + number(texts);
    int most = 1 + texts.stream().mapToInt(String::length).sum();
    var trie = new int[most * width];
    var found = new int[most][];
    Arrays.fill(found, new int[0]);
    int states = plant(texts, trie, found);
    link(trie, found);
    steps = Arrays.copyOf(trie, states * width);
    ends = Arrays.copyOf(found, states);
  }

  int start() {
    return START;
  }

  int step(int state, byte next) {
    return steps[state * width + symbols[next & 255]];
  }

  int[] endsAt(int state) {
    return ends[state];
  }

  private int number(List<String> texts) {
    int count = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (symbols[c] == 0) {
          count++;
          symbols[c] = count;
          if (c >= 'a' && c <= 'z') {
            symbols[c - 'a' + 'A'] = count;
          }
        }
      }
    }
    return count;
  }

  private int plant(List<String> texts, int[] trie, int[][] found) {
    int states = 1;
    for (int i = 0; i < texts.size(); i++) {
      int state = START;
      String text = texts.get(i);
      for (int at = 0; at < text.length(); at++) {
        int edge = state * width + symbols[text.charAt(at)];
        if (trie[edge] == START) {
          trie[edge] = states++;
        }
        state = trie[edge];
      }
      found[state] = with(found[state], new int[] {i});
    }
    return states;
  }

  /** Where no edge goes on, goes on from the longest end that is also a beginning. */
  private void link(int[] trie, int[][] found) {
    var back = new int[found.length];
    var queue = new ArrayDeque<Integer>();
    queue.add(START);
    while (!queue.isEmpty()) {
      int state = queue.remove();
      for (int symbol = 0; symbol < width; symbol++) {
        int edge = state * width + symbol;
        int fallen = state == START ? START : trie[back[state] * width + symbol];
        if (trie[edge] == START) {
          trie[edge] = fallen;
        } else {
          back[trie[edge]] = fallen;
          found[trie[edge]] = with(found[trie[edge]], found[fallen]);
          queue.add(trie[edge]);
        }
      }
    }
  }

  private static int[] with(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }
}
