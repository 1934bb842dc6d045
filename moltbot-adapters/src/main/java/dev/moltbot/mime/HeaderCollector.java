package dev.moltbot.mime;

import dev.moltbot.domain.message.UntrustedText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;

/**
 * Gathers the header of one mail. Of a field that may stand once the first counts: a second From is
 * a forger's trick, and most mail programs show the first.
 */
final class HeaderCollector {
  private static final Set<String> WANTED =
      Set.of(
          "message-id",
          "in-reply-to",
          "references",
          "from",
          "sender",
          "to",
          "cc",
          "reply-to",
          "subject",
          "date",
          "list-id",
          "list-unsubscribe",
          "list-post",
          "precedence",
          "auto-submitted",
          "return-path");

  private final Map<String, String> bodies = new HashMap<>();
  private int fields;

  void add(Field field) {
    fields++;
    String name = field.getNameLowerCase();
    if (WANTED.contains(name) && !bodies.containsKey(name)) {
      bodies.put(name, HeaderText.body(field));
    }
  }

  /** True when nothing that looks like a header was found: then these bytes are no mail. */
  boolean isEmpty() {
    return fields == 0;
  }

  Mail mail(Mail.Content content) {
    String subject = HeaderText.words(body("subject"));
    return new Mail(
        threading(),
        parties(),
        new UntrustedText(subject),
        MailDates.parse(body("date")),
        automation(),
        content);
  }

  private Mail.Threading threading() {
    return new Mail.Threading(
        HeaderText.id(body("message-id")),
        HeaderText.ids(body("in-reply-to")),
        HeaderText.ids(body("references")));
  }

  private Mail.Parties parties() {
    List<MailAddress> from = addresses("from");
    return new Mail.Parties(
        from.isEmpty() ? addresses("sender") : from,
        addresses("to"),
        addresses("cc"),
        addresses("reply-to"));
  }

  private List<MailAddress> addresses(String name) {
    String body = body(name);
    return body.isEmpty() ? List.of() : HeaderText.addresses(body);
  }

  /** A bounce has an empty return path, and nobody to answer it. */
  private Mail.Automation automation() {
    String precedence = lower("precedence");
    String auto = lower("auto-submitted");
    boolean discussion = lower("list-post").contains("mailto:");
    boolean list = bodies.containsKey("list-id") || bodies.containsKey("list-unsubscribe");
    boolean marked =
        precedence.equals("bulk") || precedence.equals("list") || precedence.equals("junk");
    return new Mail.Automation(
        discussion,
        !discussion && (list || marked || bodies.containsKey("list-post")),
        (!auto.isEmpty() && !auto.startsWith("no")) || lower("return-path").equals("<>"));
  }

  private String lower(String name) {
    return body(name).strip().toLowerCase(Locale.ROOT);
  }

  private String body(String name) {
    return bodies.getOrDefault(name, "");
  }
}
