package dev.moltbot.domain.contact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that belongs to one person whatever channel it is met on: a mailbox, a phone number, a
 * profile page. Two handles with one mark are evidence; two with one name are not.
 *
 * @param value in the one spelling of its kind
 */
public record Mark(Kind kind, String value) {
  /** Longest mark, in characters; a longer one is none. */
  public static final int MAX_CHARS = 320;

  private static final String MAILBOX = "[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+";
  private static final String E164 = "\\+[1-9]\\d{6,14}";

  /** Where LinkedIn's exports have people's names: members are named there by their pages. */
  private static final String MEMBER = "linkedin.com/in/";

  /** What can be a mark. */
  public enum Kind {
    EMAIL,
    PHONE,
    PROFILE
  }

  public Mark {
    if (value.isBlank() || value.length() > MAX_CHARS) {
      throw new IllegalArgumentException("a mark of " + value.length() + " characters");
    }
  }

  /** What a handle shows by itself: a mailbox, a number, or LinkedIn's page of a member. */
  public static Optional<Mark> of(Handle handle) {
    return email(handle.value())
        .or(() -> phone(handle.value()))
        .or(() -> handle.value().startsWith(MEMBER) ? profile(handle.value()) : Optional.empty());
  }

  /**
   * The mailbox behind an address. Case is ignored, as every provider does; Gmail also ignores dots
   * and what follows a plus, and has two names (support.google.com/mail/answer/7436150).
   */
  public static Optional<Mark> email(String address) {
    String plain = Normalizer.normalize(address, Normalizer.Form.NFKC).strip();
    String lower = plain.toLowerCase(Locale.ROOT);
    if (lower.length() > MAX_CHARS || !lower.matches(MAILBOX)) {
      return Optional.empty();
    }
    int at = lower.lastIndexOf('@');
    String domain = lower.substring(at + 1);
    String local = lower.substring(0, at);
    boolean gmail = domain.equals("gmail.com") || domain.equals("googlemail.com");
    return Optional.of(
        new Mark(Kind.EMAIL, gmail ? gmailName(local) + "@gmail.com" : local + "@" + domain));
  }

  private static String gmailName(String local) {
    int plus = local.indexOf('+');
    String name = (plus > 0 ? local.substring(0, plus) : local).replace(".", "");
    return name.isEmpty() ? local : name;
  }

  /** A number in international form (E.164: a plus and 7 to 15 digits); nothing else is one. */
  public static Optional<Mark> phone(String e164) {
    return e164.matches(E164) ? Optional.of(new Mark(Kind.PHONE, e164)) : Optional.empty();
  }

  /** A page about one person. Scheme, "www.", query and a last slash make no difference. */
  public static Optional<Mark> profile(String url) {
    String page =
        url.strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceFirst("^(www|m|[a-z]{2})\\.(?=linkedin\\.)", "")
            .replaceFirst("^www\\.", "")
            .replaceFirst("[?#].*$", "")
            .replaceFirst("/+$", "");
    boolean somebody = page.contains("/") && page.contains(".") && page.length() <= MAX_CHARS;
    return somebody ? Optional.of(new Mark(Kind.PROFILE, page)) : Optional.empty();
  }

  /** Never the value: it is a third person's. */
  @Override
  public String toString() {
    return "Mark[" + kind + "]";
  }
}
