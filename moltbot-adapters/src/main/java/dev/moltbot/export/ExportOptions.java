package dev.moltbot.export;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the owner says about an export.
 *
 * @param me the owner's names, addresses and numbers, as given
 * @param region the country of numbers without a country code, in ISO 3166 letters
 * @param zone of times that say none
 */
public record ExportOptions(Set<String> me, String region, ZoneId zone) {

  public ExportOptions {
    me = Set.copyOf(me);
  }

  /** Whether that is one of the owner's names; case and blanks around it make no difference. */
  public boolean isMe(String name) {
    String asked = folded(name);
    return !asked.isEmpty() && me.stream().anyMatch(mine -> folded(mine).equals(asked));
  }

  /** The same, with one more name of the owner's. */
  public ExportOptions and(Set<String> found) {
    var all = new TreeSet<>(me);
    all.addAll(found);
    return new ExportOptions(all, region, zone);
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }
}
