package dev.moltbot.domain.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known about somebody, for comparing: values already folded to plain letters, birthdays as
 * eight digits. Immutable.
 */
public final class Description {
  private final long key;
  private final Map<Field, List<String>> values = new EnumMap<>(Field.class);

  /**
   * Blank values are left out.
   *
   * @param key of whoever asks; not looked at
   */
  public Description(long key, Map<Field, List<String>> values) {
    this.key = key;
    values.forEach((field, all) -> {
      List<String> known = all.stream().filter(value -> !value.isBlank()).distinct().toList();
      if (!known.isEmpty()) {
        this.values.put(field, known);
      }
    });
  }

  public long key() {
    return key;
  }

  /** None where it is not known. */
  public List<String> of(Field field) {
    return values.getOrDefault(field, List.of());
  }

  /** The key alone: the rest is a third person's. */
  @Override
  public String toString() {
    return "Description[" + key + ", " + values.size() + " fields]";
  }
}
