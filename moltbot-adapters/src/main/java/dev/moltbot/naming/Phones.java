package dev.moltbot.naming;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/** Phone numbers in their one spelling (E.164), by the numbering plans in libphonenumber. */
public final class Phones {
  /** Longest text that can be a number, in characters; more is prose. */
  private static final int MAX_CHARS = 60;

  /** What people type to get past a form has fewer: +1 000 000 0000. */
  private static final int LEAST_DIGITS = 3;

  /** Ukraine dialled 8 for the long distance until 2009, and address books still do. */
  private static final String SOVIET = "8\\W*0(\\W*\\d){9}\\W*";

  /** libphonenumber's own word for nowhere. */
  private static final String NOWHERE = "ZZ";

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private Phones() {}

  /**
   * The number that is meant, such as {@code +380671234567}; empty for what names no single line:
   * short codes, extensions, numbers of no plan, national numbers without a region.
   *
   * <p>A number with its country code is believed when its length fits the plan, since plans grow
   * faster than libraries; a national one only when the plan knows it.
   *
   * @param region where national numbers are dialled, ISO 3166 such as {@code UA}; empty when
   *     nobody said
   */
  public static Optional<String> e164(String written, String region) {
    String number = international(written.strip(), region(region));
    if (number.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      PhoneNumber parsed = PLANS.parse(number, region(region));
      return names(parsed, number.startsWith("+"))
          ? Optional.of(PLANS.format(parsed, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static boolean names(PhoneNumber number, boolean international) {
    return !number.hasExtension()
        && (PLANS.isValidNumber(number) || (international && plausible(number)));
  }

  private static boolean plausible(PhoneNumber number) {
    long digits = PLANS.getNationalSignificantNumber(number).chars().distinct().count();
    return digits >= LEAST_DIGITS
        && PLANS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /** {@code tel:} is a scheme; 00 is what most of the world dials for the plus. */
  private static String international(String written, String region) {
    String number = written.replaceFirst("(?i)^tel:", "");
    return region.equals("UA") && number.matches(SOVIET)
        ? "+3" + number
        : number.replaceFirst("^00(?=[\\s(]*[1-9])", "+");
  }

  private static String region(String given) {
    String upper = given.strip().toUpperCase(Locale.ROOT);
    return PLANS.getSupportedRegions().contains(upper) ? upper : NOWHERE;
  }
}
