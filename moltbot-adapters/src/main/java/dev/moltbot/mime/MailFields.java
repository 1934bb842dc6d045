package dev.moltbot.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Some fields of a mail's own header, without reading the mail: what a mail program or a provider
 * noted on it.
 */
public final class MailFields {
  /** Header looked at, in bytes. */
  private static final int MAX_BYTES = 256 << 10;

  /** None at all. */
  public static final MailFields NONE = new MailFields();

  private final Map<String, String> bodies = new HashMap<>();

  private MailFields() {}

  /**
   * Finds these fields; of several with one name the first.
   *
   * @param names in lower case
   */
  public static MailFields of(byte[] mail, Set<String> names) {
    MailFields fields = new MailFields();
    int end = Math.min(mail.length, MAX_BYTES);
    for (int start = 0; start < end; ) {
      int next = fieldEnd(mail, start, end);
      if (mail[start] == '\n' || mail[start] == '\r') {
        return fields;
      }
      fields.add(mail, start, next, names);
      start = next;
    }
    return fields;
  }

  /** Past the line and the folded ones after it. */
  private static int fieldEnd(byte[] mail, int start, int end) {
    int at = start;
    do {
      while (at < end && mail[at] != '\n') {
        at++;
      }
      at++;
    } while (at < end && (mail[at] == ' ' || mail[at] == '\t'));
    return Math.min(at, end);
  }

  private void add(byte[] mail, int start, int end, Set<String> names) {
    int colon = start;
    while (colon < end && mail[colon] != ':' && mail[colon] > ' ') {
      colon++;
    }
    if (colon >= end || mail[colon] != ':' || !mayBe(mail, start, colon, names)) {
      return;
    }
    String name = ascii(mail, start, colon).toLowerCase(Locale.ROOT);
    if (names.contains(name)) {
      String body = Charsets.guess(Arrays.copyOfRange(mail, colon + 1, end));
      bodies.putIfAbsent(
          name,
          CleanText.cut(body.replaceAll("\\r?\\n[ \\t]*", " ").strip(), HeaderText.MAX_CHARS));
    }
  }

  /** Most fields are ruled out by their length, before anything is made of them. */
  private static boolean mayBe(byte[] mail, int start, int colon, Set<String> names) {
    for (String name : names) {
      if (name.length() == colon - start && (name.charAt(0) | 0x20) == (mail[start] | 0x20)) {
        return true;
      }
    }
    return false;
  }

  private static String ascii(byte[] mail, int from, int to) {
    return new String(mail, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** The body on one line, encoded words decoded; empty when there is no such field. */
  public String words(String name) {
    return HeaderText.words(bodies.getOrDefault(name, ""));
  }

  /** The addresses in it. */
  public List<MailAddress> addresses(String name) {
    String body = bodies.getOrDefault(name, "");
    return body.isEmpty() ? List.of() : HeaderText.addresses(body);
  }
}
