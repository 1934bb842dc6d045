package dev.moltbot.adapter.report;

import dev.moltbot.domain.alert.Alert;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.ReplyTimes;
import dev.moltbot.port.Overview.Said;
import dev.moltbot.port.Overview.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Texts that try to be more than text, in every place that holds words of others. */
final class Payloads {
  /** Each would set {@code pwned} or open a dialog, were it read as anything but text. */
  static final List<String> ALL =
      List.of(
          "<script>pwned=1;alert(1)</script>",
          "</script><img src=x onerror=\"pwned=2\">",
          "</script><script>pwned=3</script>",
          "\"><svg onload=pwned=4>",
          "'><iframe srcdoc='<script>parent.pwned=5</script>'>",
          "javascript:pwned=6",
          "<a href=\"javascript:pwned=7\">click</a>",
          "{{constructor.constructor('pwned=8')()}}",
          "${pwned=9}",
          "`-pwned=10-`",
          "\\u003cscript\\u003epwned=11\\u003c/script\\u003e",
          "&lt;script&gt;pwned=12&lt;/script&gt;",
          "]]><script>pwned=13</script>",
          "--><img src=x onerror=pwned=14><!--",
          "</style><style>*{display:none}</style>",
          "</template><svg><animate onbegin=pwned=15 attributeName=x dur=1s>",
          "line\u2028pwned=16//\u2029",
          "\u202egnp.exe \u202d\u2066bidi\u2069",
          "<details open ontoggle=pwned=17>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned=18>",
          "<!--<script>pwned=19",
          "';pwned=20;//",
          "\u0000\u0001\u0008<img src=x onerror=pwned=21>",
          "__proto__",
          "constructor",
          "=HYPERLINK(\"http://example.org\")");

  private Payloads() {}

  static Overview overview() {
    List<Person> people = ALL.stream().map(Payloads::person).toList();
    List<Waiting> waiting =
        IntStream.range(0, ALL.size()).mapToObj(i -> waits(i, ALL.get(i))).toList();
    var plain = Invented.people(5, 1);
    return new Overview(
        plain.totals(),
        people,
        List.of(),
        plain.days(),
        waiting,
        plain.drafts(),
        ALL.stream()
            .map(one -> new Overview.Raised(Alert.Kind.STRANGER, one, Invented.NOON, false))
            .toList(),
        ALL.stream().map(one -> new Overview.ModelUse(one, 1, 1, 1, 1, 1)).toList());
  }

  private static Waiting waits(int person, String words) {
    return new Waiting(
        person,
        new ChannelId("gmail"),
        true,
        Invented.NOON.minusSeconds(person),
        new UntrustedText(words));
  }

  private static Person person(String payload) {
    var text = new UntrustedText(payload);
    return new Person(
        new ContactId(UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8))),
        text,
        1,
        List.of(new Handle(new ChannelId("gmail"), payload)),
        List.of(new Exchange(new ChannelId("gmail"), 3, 2, 1, Invented.NOON, Invented.NOON)),
        List.of(new Said(false, Invented.NOON, text), new Said(true, Invented.NOON, text)),
        new ReplyTimes(3, Duration.ofHours(1), 3, Duration.ofHours(1)),
        List.of(text),
        List.of(text));
  }
}
