package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.UntrustedText;
import java.util.List;

/** Enough of a comparison to test what follows from one: words, and initials. */
final class PlainNames implements NameComparison {

  @Override
  public Result compare(UntrustedText first, UntrustedText second) {
    String one = first.reveal();
    String other = second.reveal();
    if (one.equals(other) && one.contains(" ")) {
      return Result.SAME;
    }
    List<String> words = List.of(one.split(" "));
    List<String> others = List.of(other.split(" "));
    boolean compatible =
        one.isBlank()
            || other.isBlank()
            || words.stream().allMatch(word -> others.stream().anyMatch(with -> fits(word, with)))
            || others.stream().allMatch(word -> words.stream().anyMatch(with -> fits(word, with)));
    return compatible ? Result.COMPATIBLE : Result.CONTRADICTING;
  }

  private static boolean fits(String one, String other) {
    String shorter = one.replace(".", "");
    String longer = other.replace(".", "");
    return shorter.equals(longer)
        || (Math.min(shorter.length(), longer.length()) == 1
            && shorter.charAt(0) == longer.charAt(0));
  }
}
