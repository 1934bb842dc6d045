package dev.moltbot.adapter.report;

import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Drafted;
import dev.moltbot.port.Overview.Fate;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.Waiting;
import dev.moltbot.port.ReportWriter.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of the page that are words and tables, as the template is given them. */
final class Sections {
  private static final int REPLIES_MAX = 25;
  private static final int REPLIES_MIN_TIMES = 2;

  private final Overview overview;
  private final Report report;
  private final Wording wording;

  Sections(Report report, boolean redacted) {
    this.report = report;
    this.overview = report.overview();
    this.wording = new Wording(report.zone(), redacted);
  }

  /** Every parameter of the template that is about the report itself. */
  Map<String, Object> given() {
    var given = new HashMap<String, Object>();
    given.put("madeAt", wording.moment(report.madeAt()));
    given.put("numbers", numbers());
    given.put("intact", report.audit().valid());
    given.put("audit", audit());
    given.put("head", report.audit() instanceof Verification.Intact whole ? whole.head() : "");
    waiting(given, "waiting", overview.waiting().stream().filter(Waiting::forOwner).toList());
    waiting(given, "waitedFor", overview.waiting().stream().filter(w -> !w.forOwner()).toList());
    replies(given);
    given.put("drafts", drafts());
    given.put("draftDays", overview.drafts().stream().map(Sections::draftDay).toList());
    given.put("alerts", overview.alerts().stream().map(this::alert).toList());
    given.put("model", overview.model().stream().map(Sections::model).toList());
    return given;
  }

  private List<List<String>> numbers() {
    long waiting = overview.waiting().stream().filter(Waiting::forOwner).count();
    long sent = drafts(Fate.SENT_UNCHANGED) + drafts(Fate.SENT_EDITED);
    long people =
        overview.people().stream().filter(person -> !person.exchanges().isEmpty()).count();
    return List.of(
        List.of(Wording.count(people), "people written with"),
        List.of(Wording.count(overview.totals().messages()), "messages"),
        List.of(Wording.count(waiting), "wait for you"),
        List.of(Wording.count(sent), "replies sent"));
  }

  private long drafts(Fate fate) {
    return overview.drafts().stream()
        .filter(drafted -> drafted.fate() == fate)
        .mapToLong(Drafted::drafts)
        .sum();
  }

  private String audit() {
    return switch (report.audit()) {
      case Verification.Intact whole ->
          "The record holds: " + Wording.count(whole.entries()) + " entries, none changed.";
      case Verification.Broken broken ->
          "THE RECORD IS BROKEN at entry "
              + Wording.count(broken.sequence())
              + ". Run: moltbot audit verify";
    };
  }

  private void waiting(Map<String, Object> given, String name, List<Waiting> waiting) {
    given.put(name, waiting.stream().map(this::waits).toList());
    given.put(name + "People", waiting.stream().map(Waiting::person).toList());
  }

  private List<String> waits(Waiting one) {
    return List.of(
        overview.people().get(one.person()).name().reveal(),
        Wording.channel(one.channel().value()),
        wording.day(one.since()),
        one.words().reveal());
  }

  /** Those with most answers, so that a median means something. */
  private void replies(Map<String, Object> given) {
    var people = new ArrayList<Integer>();
    for (int i = 0; i < overview.people().size(); i++) {
      if (answers(i) >= REPLIES_MIN_TIMES) {
        people.add(i);
      }
    }
    people.sort(Comparator.comparingLong((Integer i) -> -answers(i)));
    List<Integer> most = people.subList(0, Math.min(REPLIES_MAX, people.size()));
    given.put("replyPeople", List.copyOf(most));
    given.put("replies", most.stream().map(i -> reply(overview.people().get(i))).toList());
  }

  private long answers(int person) {
    var replies = overview.people().get(person).replies();
    return replies.mine() + replies.theirs();
  }

  private static List<String> reply(Person person) {
    var replies = person.replies();
    return List.of(
        person.name().reveal(),
        Wording.lasting(replies.mine(), replies.mineMedian()),
        Wording.lasting(replies.theirs(), replies.theirsMedian()),
        Wording.count(replies.mine() + replies.theirs()));
  }

  /** In words, how many, and of how many the most. */
  private List<List<String>> drafts() {
    long most = 0;
    for (Fate fate : Fate.values()) {
      most = Math.max(most, drafts(fate));
    }
    var rows = new ArrayList<List<String>>();
    for (Fate fate : Fate.values()) {
      if (most > 0) {
        rows.add(List.of(Wording.fate(fate), String.valueOf(drafts(fate)), String.valueOf(most)));
      }
    }
    return rows;
  }

  private static List<String> draftDay(Drafted one) {
    return List.of(one.day().toString(), Wording.fate(one.fate()), String.valueOf(one.drafts()));
  }

  private List<String> alert(Overview.Raised alert) {
    Instant at = alert.at();
    return List.of(
        Wording.alert(alert.kind()),
        wording.day(at),
        alert.cleared() ? "cleared" : "stands",
        alert.words());
  }

  private static List<String> model(Overview.ModelUse use) {
    return List.of(
        use.model(),
        Wording.count(use.calls()),
        Wording.count(use.input()),
        Wording.count(use.output()),
        Wording.count(use.cacheRead()),
        Wording.count(use.cacheWrite()));
  }
}
