package dev.moltbot.app.command;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.port.PersonPage;
import dev.moltbot.port.PersonPage.Tie;
import dev.moltbot.port.Timeline.Said;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A person's page in words: only what there is. */
final class PageView {
  private final PersonPage page;
  private final When when;

  PageView(PersonPage page, When when) {
    this.page = page;
    this.when = when;
  }

  void print(List<Said> said, Shared shared) {
    PrintStream out = shared.output().data();
    out.println(TextWidth.plain(page.line().name().reveal()));
    line(out, "id", page.line().id().value().toString());
    line(out, "tags", String.join(", ", page.line().tags()));
    contact(out, said);
    handles(out, shared);
    page.marks().forEach(one -> line(out, "mark", one));
    page.details().forEach(one -> line(out, word(one.kind().name()), one.value().reveal()));
    page.notes().forEach(one -> line(out, "note of " + when.day(one.writtenAt()), one.words()));
    page.links().forEach(one -> line(out, "one person because", because(one)));
    ties(out, shared);
    if (!said.isEmpty()) {
      out.println();
      shared.print(new SaidView(when).lines(said));
    }
  }

  private void contact(PrintStream out, List<Said> said) {
    Stream<Instant> first = page.ties().stream().map(Tie::first);
    Stream<Instant> last = page.ties().stream().map(Tie::last);
    first.min(Comparator.naturalOrder()).ifPresent(at -> line(out, "first contact", when.day(at)));
    last.max(Comparator.naturalOrder()).ifPresent(at -> line(out, "last contact", when.day(at)));
    said.stream()
        .filter(one -> !one.toMany())
        .findFirst()
        .ifPresent(one -> line(out, "wrote last", one.mine() ? "you" : "they"));
  }

  private void handles(PrintStream out, Shared shared) {
    out.println();
    var table = new Table("CHANNEL", "HANDLE", "NAME THERE");
    page.handles()
        .forEach(one ->
            table.row(one.handle().channel().value(), one.handle().value(), one.name().reveal()));
    shared.print(table);
    out.println();
  }

  private void ties(PrintStream out, Shared shared) {
    if (page.ties().isEmpty()) {
      return;
    }
    out.println();
    var table = new Table("CHANNEL", "FROM THEM", "FROM YOU", "TO MANY", "FIRST", "LAST");
    page.ties()
        .forEach(one ->
            table.row(
                one.channel().value(),
                Long.toString(one.received()),
                Long.toString(one.sent()),
                Long.toString(one.toMany()),
                when.day(one.first()),
                when.day(one.last())));
    shared.print(table);
  }

  private static String because(PersonPage.Link link) {
    String what = link.evidence().equals("OWNER_SAID") ? "you said so" : word(link.evidence());
    String mark = link.mark().isEmpty() ? "" : " " + link.mark();
    return what + mark + ": " + spelled(link.first()) + " and " + spelled(link.second());
  }

  private static String spelled(Handle handle) {
    return handle.channel() + ":" + handle.value();
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void line(PrintStream out, String what, String words) {
    if (!words.isEmpty()) {
      out.println("  " + what + ": " + TextWidth.plain(words));
    }
  }
}
