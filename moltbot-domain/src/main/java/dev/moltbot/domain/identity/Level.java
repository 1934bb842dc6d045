package dev.moltbot.domain.identity;

/** How well two values of one field agree, best first. */
public enum Level {
  /** The same value. */
  SAME,
  /** The same in another spelling, a short form, or one slip of a finger. */
  SPELLED,
  /** Alike: two slips, another part of a date. */
  CLOSE,
  /** Faintly alike, as a word somebody typed badly. */
  FAINT,
  DIFFERENT
}
