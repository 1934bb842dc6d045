package dev.moltbot.naming;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import net.gcardone.junidecode.Junidecode;

/** Names of people in plain letters, so that they can be compared and found. Pure, thread-safe. */
public final class Names {
  /** Longest name looked at, in UTF-16 units; the rest of a longer one is ignored. */
  public static final int MAX_CHARS = 200;

  /** Said of a person, no part of the name. */
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "phd", "md", "jr", "sr", "mba", "pan");

  private Names() {}

  /**
   * The name in lower case Latin letters and digits with single spaces: "Щербак-Коваль, Юлія"
   * becomes "shcherbak koval iuliia". Empty when nothing is left, as of an emoji.
   */
  public static String folded(String name) {
    String head = name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name;
    String plain = Junidecode.unidecode(Normalizer.normalize(head, Normalizer.Form.NFKC));
    var kept = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      append(kept, plain.charAt(i));
    }
    return kept.toString().strip();
  }

  /** An apostrophe joins (o'brien, "Мар'яна"); whatever else is no letter parts words. */
  private static void append(StringBuilder kept, char c) {
    if (Character.isLetterOrDigit(c)) {
      kept.append(Character.toLowerCase(c));
    } else if (c != '\'' && c != '`' && !kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
      kept.append(' ');
    }
  }

  /** The words of a folded name that name somebody: no titles, nothing without a letter. */
  public static List<String> words(String folded) {
    return Stream.of(folded.split(" "))
        .filter(word -> !TITLES.contains(word) && word.chars().anyMatch(Character::isLetter))
        .toList();
  }

  /**
   * One spelling for all the ways a word is written in Latin letters: Shcherbak and Scherbak,
   * Serhii and Sergey. Not for showing.
   *
   * @param word folded
   */
  public static String sounding(String word) {
    return Sounding.of(word.toLowerCase(Locale.ROOT));
  }
}
