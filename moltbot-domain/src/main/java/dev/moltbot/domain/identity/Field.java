package dev.moltbot.domain.identity;

/**
 * What is compared, and what is assumed of it before any data is seen: how often two descriptions
 * of one person agree at each level, and how often two strangers do. Both are corrected by the data
 * ({@link Training}).
 */
@SuppressWarnings({"EnumOrdinal", "ImmutableEnumChecker"}) // Arrays that are never handed out.
public enum Field {
  GIVEN(Kind.NAME, shares(.70, .10, .08, .04, .08), shares(.01, .01, .02, .02, .94)),
  FAMILY(Kind.NAME, shares(.76, .06, .08, .04, .06), shares(.004, .002, .01, .01, .974)),
  BIRTHDAY(Kind.DATE, shares(.80, .08, .04, .03, .05), shares(.0001, .001, .01, .04, .9489)),
  EMAIL(Kind.MAILBOX, shares(.45, .08, .08, .04, .35), shares(.0001, .0002, .001, .01, .9887)),
  PHONE(Kind.DIGITS, shares(.50, .05, .01, .01, .43), shares(.0001, .0002, .0001, .0001, .9995)),
  STREET(Kind.WORDS, shares(.70, .05, .08, .04, .13), shares(.0005, .0005, .01, .05, .939)),
  POSTCODE(Kind.DIGITS, shares(.75, .08, .01, .01, .15), shares(.005, .01, .001, .001, .983)),
  PLACE(Kind.WORDS, shares(.75, .05, .04, .03, .13), shares(.02, .002, .01, .02, .948)),
  REGION(Kind.WORDS, shares(.85, .02, .01, .01, .11), shares(.2, .01, .01, .01, .77)),
  ORGANISATION(Kind.WORDS, shares(.60, .05, .05, .05, .25), shares(.005, .002, .01, .05, .933)),
  OCCUPATION(Kind.WORDS, shares(.60, .05, .05, .05, .25), shares(.03, .002, .02, .05, .898));

  /** How values of a field are compared. */
  enum Kind {
    NAME,
    DATE,
    MAILBOX,
    DIGITS,
    WORDS
  }

  private final Kind kind;
  private final double[] amongSame;
  private final double[] amongStrangers;

  Field(Kind kind, double[] amongSame, double[] amongStrangers) {
    this.kind = kind;
    this.amongSame = amongSame;
    this.amongStrangers = amongStrangers;
  }

  Kind kind() {
    return kind;
  }

  /** Of each level, best first; their sum is 1. */
  private static double[] shares(double... byLevel) {
    return byLevel;
  }

  /** Assumed share of a person's own pairs that agree at this level. */
  double amongSame(Level level) {
    return amongSame[level.ordinal()];
  }

  /** Assumed share of strangers' pairs that agree at this level. */
  double amongStrangers(Level level) {
    return amongStrangers[level.ordinal()];
  }

  /** Where somebody lives is said by four fields that mostly say the same thing. */
  boolean ofAddress() {
    return this == STREET || this == POSTCODE || this == PLACE || this == REGION;
  }
}
