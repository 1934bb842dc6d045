package dev.moltbot.domain.contact;

import dev.moltbot.domain.message.UntrustedText;

/** One thing a source says about a person. Sources are address books and exports, never a model. */
public record Detail(Kind kind, UntrustedText value) {
  /** Longest value, in UTF-16 units; importers cut longer ones. */
  public static final int MAX_CHARS = 500;

  /** What is known about people. Compared when suggestions are made, shown on a person's page. */
  public enum Kind {
    GIVEN_NAME,
    FAMILY_NAME,
    NICKNAME,
    /** ISO 8601: {@code 1971-06-24}, or {@code --06-24} without a year. */
    BIRTHDAY,
    STREET,
    POSTCODE,
    PLACE,
    COUNTRY,
    ORGANISATION,
    POSITION,
    /** A phone number as it was written, where nobody can tell which line of the world it is. */
    NUMBER,
    /** Since when they are connected, as the source puts it; ISO 8601 where it can be read. */
    CONNECTED
  }

  public Detail {
    if (value.isBlank() || value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("a detail of " + value.length() + " characters");
    }
  }
}
