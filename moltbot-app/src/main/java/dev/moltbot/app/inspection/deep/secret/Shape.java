package dev.moltbot.app.inspection.deep.secret;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * What the credentials of one service look like.
 *
 * @param name as it is shown
 * @param anchors in lower case; where none of them is, there is no such credential
 * @param pattern its first group is the credential; in linear time, whatever it is run over
 */
record Shape(String name, List<String> anchors, Pattern pattern) {
  /** Below this it is a placeholder such as {@code AAAA...}; in bits per character. */
  private static final double MIN_ENTROPY = 3.0;

  static Shape of(String name, String pattern, String... anchors) {
    return new Shape(name, List.of(anchors), Pattern.compile(pattern));
  }

  /**
   * Whether one is in the text.
   *
   * @param at an anchor's last character; a credential that does not reach over it is somebody
   *     else's
   */
  boolean isIn(String text, int at) {
    Matcher found = pattern.matcher(text);
    int from = 0;
    while (found.find(from) && found.start() <= at) {
      if (found.end() > at && entropy(found.group(1)) >= MIN_ENTROPY) {
        return true;
      }
      from = found.start() + 1;
    }
    return false;
  }

  /** Shannon's, in bits per character. */
  static double entropy(String text) {
    var counts = new int[256];
    text.chars().forEach(c -> counts[c & 255]++);
    double sum = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / text.length();
        sum -= share * Math.log(share) / Math.log(2);
      }
    }
    return sum;
  }
}
