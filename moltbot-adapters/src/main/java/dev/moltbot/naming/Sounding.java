package dev.moltbot.naming;

import java.util.List;

/**
 * What romanisations differ in is taken away: g and h for Г, y, j and i for Й, ia and ya for Я, one
 * letter or two. Rougher than any of the standards, and the same for all of them.
 */
final class Sounding {
  private record Rule(String from, String to) {}

  /** In this order: the longer first. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("shch", "s"),
          new Rule("sch", "s"),
          new Rule("sh", "s"),
          new Rule("tch", "c"),
          new Rule("ch", "c"),
          new Rule("tz", "c"),
          new Rule("ts", "c"),
          new Rule("kh", "h"),
          new Rule("zh", "z"),
          new Rule("gh", "h"),
          new Rule("ph", "f"),
          new Rule("ck", "k"),
          new Rule("qu", "kv"),
          new Rule("x", "ks"),
          new Rule("q", "k"),
          new Rule("w", "v"),
          new Rule("g", "h"),
          new Rule("y", "i"),
          new Rule("j", "i"));

  private Sounding() {}

  static String of(String word) {
    String plain = word;
    for (Rule rule : RULES) {
      plain = plain.replace(rule.from(), rule.to());
    }
    String soft = withoutRepeats(plain).replace("ia", "a").replace("iu", "u").replace("ie", "e");
    String open = soft.endsWith("ei") ? soft.substring(0, soft.length() - 2) + "i" : soft;
    return open.isEmpty() ? word : open;
  }

  private static String withoutRepeats(String word) {
    var kept = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        kept.append(word.charAt(i));
      }
    }
    return kept.toString();
  }
}
