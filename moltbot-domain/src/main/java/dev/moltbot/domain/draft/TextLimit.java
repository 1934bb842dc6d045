package dev.moltbot.domain.draft;

import java.nio.charset.StandardCharsets;

/** The longest text a channel takes, in the unit in which that channel counts. */
public record TextLimit(int max, Unit unit) {

  /** How a channel counts. */
  public enum Unit {
    UTF8_BYTES,
    /** As Java and Telegram count: an emoji is often two. */
    UTF16_UNITS
  }

  public TextLimit {
    if (max < 1) {
      throw new IllegalArgumentException("limit is " + max);
    }
  }

  public static TextLimit bytes(int max) {
    return new TextLimit(max, Unit.UTF8_BYTES);
  }

  public static TextLimit units(int max) {
    return new TextLimit(max, Unit.UTF16_UNITS);
  }

  public boolean allows(DraftText text) {
    return measure(text) <= max;
  }

  /** The text's length in this limit's unit. */
  public int measure(DraftText text) {
    return switch (unit) {
      case UTF8_BYTES -> text.value().getBytes(StandardCharsets.UTF_8).length;
      case UTF16_UNITS -> text.value().length();
    };
  }

  @Override
  public String toString() {
    return max
        + switch (unit) {
          case UTF8_BYTES -> " bytes";
          case UTF16_UNITS -> " characters";
        };
  }
}
