package dev.moltbot.domain.identity;

/** At which level two values agree. Symmetric; thread-safe as far as the spellings are. */
final class Agreement {
  private static final double CLOSE_NAME = 0.88;
  private static final double CLOSE_WORDS = 0.90;
  private static final double FAINT = 0.75;
  private static final double CLOSE_MAILBOX = 0.80;
  private static final double FAINT_MAILBOX = 0.60;

  /** A mailbox name of fewer characters says little: "info", "ann". */
  private static final int TELLING_MAILBOX = 5;

  private final Spellings spellings;

  Agreement(Spellings spellings) {
    this.spellings = spellings;
  }

  Level of(Field field, Word first, Word second) {
    if (first == second || first.text().equals(second.text())) {
      return Level.SAME;
    }
    return switch (field.kind()) {
      case NAME -> name(first, second);
      case DATE -> Dates.agreement(first.text(), second.text());
      case MAILBOX -> mailbox(first.text(), second.text());
      case DIGITS -> Slip.one(first.text(), second.text()) ? Level.SPELLED : Level.DIFFERENT;
      case WORDS -> words(first, second);
    };
  }

  private Level name(Word first, Word second) {
    if (first.standsForTheSameAs(second)) {
      return Level.SPELLED;
    }
    boolean close = initial(first.text(), second.text()) || Slip.one(first.text(), second.text());
    return close ? Level.CLOSE : alike(first, second, CLOSE_NAME);
  }

  private static boolean initial(String first, String second) {
    return (first.length() == 1 && second.startsWith(first))
        || (second.length() == 1 && first.startsWith(second));
  }

  private Level words(Word first, Word second) {
    if (first.sound().equals(second.sound()) || Slip.one(first.text(), second.text())) {
      return Level.SPELLED;
    }
    return alike(first, second, CLOSE_WORDS);
  }

  private Level alike(Word first, Word second, double close) {
    double alike = spellings.alike(first.sound(), second.sound());
    return alike >= close ? Level.CLOSE : alike >= FAINT ? Level.FAINT : Level.DIFFERENT;
  }

  private Level mailbox(String first, String second) {
    String one = local(first);
    String other = local(second);
    if (Slip.one(first, second) || (one.length() >= TELLING_MAILBOX && one.equals(other))) {
      return Level.SPELLED;
    }
    if (!digits(one).equals(digits(other))) {
      return Level.DIFFERENT; // Whoever comes later to a name gets a number.
    }
    double same = 1 - (double) spellings.slips(first, second) / longer(first, second);
    return same >= CLOSE_MAILBOX
        ? Level.CLOSE
        : same >= FAINT_MAILBOX ? Level.FAINT : Level.DIFFERENT;
  }

  private static String digits(String mailbox) {
    var digits = new StringBuilder();
    for (int i = 0; i < mailbox.length(); i++) {
      if (Character.isDigit(mailbox.charAt(i))) {
        digits.append(mailbox.charAt(i));
      }
    }
    return digits.toString();
  }

  private static int longer(String first, String second) {
    return Math.max(first.length(), second.length());
  }

  static String local(String mailbox) {
    int at = mailbox.lastIndexOf('@');
    return at < 0 ? mailbox : mailbox.substring(0, at);
  }
}
