package dev.moltbot.adapter.imap;

import dev.moltbot.channel.Refusal;
import dev.moltbot.channel.Refusal.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.eclipse.angus.mail.iap.Response;

/**
 * What an IMAP server's no means (RFC 5530). Only its code in brackets is believed, and only our
 * own words for it are passed on: the text behind it may quote anything.
 */
final class ResponseCodes {
  /** IMAP knows no way to say for how long. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final String ALERT = "ALERT";

  /**
   * The codes that are known; a word that is none of them may be anything, and is not passed on.
   */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("AUTHENTICATIONFAILED", Kind.REVOKED),
          Map.entry("EXPIRED", Kind.REVOKED),
          Map.entry("AUTHORIZATIONFAILED", Kind.FORBIDDEN),
          Map.entry("PRIVACYREQUIRED", Kind.FORBIDDEN),
          Map.entry("CONTACTADMIN", Kind.FORBIDDEN),
          Map.entry("NOPERM", Kind.FORBIDDEN),
          Map.entry("OVERQUOTA", Kind.FORBIDDEN),
          Map.entry("LIMIT", Kind.THROTTLED),
          Map.entry("INUSE", Kind.THROTTLED),
          Map.entry("THROTTLED", Kind.THROTTLED),
          Map.entry(ALERT, Kind.THROTTLED),
          Map.entry("UNAVAILABLE", Kind.NOT_NOW),
          Map.entry("SERVERBUG", Kind.NOT_NOW),
          Map.entry("CLIENTBUG", Kind.WRONG),
          Map.entry("CANNOT", Kind.WRONG),
          Map.entry("NONEXISTENT", Kind.WRONG));

  private ResponseCodes() {}

  /** What a no to a command means. */
  static Refusal refusal(Response no) {
    String code = code(no);
    Kind kind = KINDS.getOrDefault(code, Kind.NOT_NOW);
    String reason = KINDS.containsKey(code) ? "it said no, " + code : "it said no";
    return new Refusal(kind, reason, kind == Kind.THROTTLED ? PAUSE : null);
  }

  /** What a no to the login means: unless it says otherwise, the password is wrong. */
  static Refusal atLogin(Response no) {
    String code = code(no);
    boolean saysWhy = KINDS.containsKey(code) && (!code.equals(ALERT) || tooMany(no));
    return saysWhy ? refusal(no) : Refusal.of(Kind.REVOKED, "the password was not taken");
  }

  /** Whether it is about the server as a whole and not about what was asked for. */
  static boolean busy(Response no) {
    String code = code(no);
    return KINDS.get(code) == Kind.THROTTLED || code.equals("UNAVAILABLE");
  }

  /** The code in the brackets; empty where there is none. */
  static String code(Response response) {
    String rest = response.getRest().strip();
    if (!rest.startsWith("[")) {
      return "";
    }
    String[] words = rest.substring(1).split("[] ]", 2);
    String code = words[0].toUpperCase(Locale.ROOT);
    return code.matches("[A-Z]{1,30}") ? code : "";
  }

  /** Gmail gives a wrong password and too many lines the same code. */
  private static boolean tooMany(Response no) {
    String text = no.getRest().toLowerCase(Locale.ROOT);
    return text.contains("too many") || text.contains("exceeded");
  }
}
