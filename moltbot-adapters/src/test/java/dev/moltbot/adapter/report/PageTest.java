package dev.moltbot.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.audit.Verification;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.Overview.Tie;
import dev.moltbot.port.ReportWriter.Reader;
import dev.moltbot.port.ReportWriter.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page as text. */
class PageTest {
  private static final Pattern INLINED =
      Pattern.compile("<(?:script|style)>(.*?)</(?:script|style)>", Pattern.DOTALL);

  private final HtmlReport writer = new HtmlReport();
  private final Overview overview = Invented.people(120, 5);

  private String page(Reader reader) {
    return writer.page(Invented.report(overview), reader);
  }

  private static Reader anybody(int key) {
    return new Reader.Anybody(String.format("%02x", key).repeat(Reader.Anybody.KEY_BYTES));
  }

  @Test
  void namesEveryInlinedTextInItsPolicyAndNothingElse() throws Exception {
    String page = page(new Reader.Owner());
    String policy =
        page.substring(page.indexOf("default-src"), page.indexOf("<meta name=\"viewport"));
    assertThat(policy).doesNotContain("unsafe", "http:", "https:", "*");
    List<String> texts = INLINED.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(texts).hasSize(18);
    for (String text : texts) {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(hash));
    }
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style"));
  }

  @Test
  void keepsPayloadsInsideTheirElement() {
    String page = writer.page(Invented.report(Payloads.overview()), new Reader.Owner());
    String data = page.substring(page.indexOf("id=\"data\">"));
    assertThat(data.substring(10, data.indexOf("</script>"))).doesNotContain("<", ">", "&");
    assertThat(INLINED.matcher(page).results().map(MatchResult::group))
        .noneMatch(text -> text.contains("pwned"));
    assertThat(data(page)).doesNotContain("<img", "<svg", "<iframe", "<math");
  }

  @Test
  void isTheSamePageForTheSameFacts() {
    assertThat(page(new Reader.Owner())).isEqualTo(page(new Reader.Owner()));
  }

  @Test
  void tellsAnybodyNothingThatIsKnown() {
    String shown = page(new Reader.Owner());
    String redacted = data(page(anybody(7)));
    for (Person person : overview.people()) {
      assertThat(shown).contains(person.name().reveal());
      assertThat(redacted).doesNotContain(person.name().reveal());
      person.handles().forEach(handle -> assertThat(redacted).doesNotContain(handle.value()));
      person.lately().forEach(said -> assertThat(redacted).doesNotContain(said.words().reveal()));
      person.tags().forEach(tag -> assertThat(redacted).doesNotContain(tag.reveal()));
      person.notes().forEach(note -> assertThat(redacted).doesNotContain(note.reveal()));
      assertThat(redacted).doesNotContain(person.id().value().toString());
    }
    overview.waiting().forEach(one -> assertThat(redacted).doesNotContain(one.words().reveal()));
    overview.alerts().forEach(alert -> assertThat(redacted).doesNotContain(alert.words()));
    assertThat(redacted).doesNotContain("example.org", "+4477");
  }

  /** Everything but the libraries and scripts, which hold no facts. */
  private static String data(String page) {
    return INLINED.matcher(page).replaceAll("");
  }

  @Test
  void givesTheSamePseudonymsForTheSameKeyOnly() {
    List<Person> people = overview.people();
    var names = new Pseudonyms(new byte[32]).of(people);
    assertThat(new Pseudonyms(new byte[32]).of(people)).isEqualTo(names);
    assertThat(names).doesNotHaveDuplicates();
    var other = new byte[32];
    other[0] = 1;
    assertThat(new Pseudonyms(other).of(people)).doesNotContainAnyElementsOf(names);
    assertThat(new Pseudonyms(new byte[32]).of(people.reversed()).reversed()).isEqualTo(names);
  }

  @Test
  void saysThatTheRecordIsBroken() {
    var broken = new Verification.Broken(12, "was changed");
    var report = new Report(overview, broken, Invented.NOON, Invented.KYIV);
    assertThat(writer.page(report, new Reader.Owner())).contains("BROKEN at entry 12");
  }

  @Test
  void putsThoseWhoMeetIntoOneSlice() {
    List<Tie> ties =
        List.of(
            new Tie(0, 1, 3, 3),
            new Tie(1, 2, 3, 3),
            new Tie(0, 2, 3, 3),
            new Tie(3, 4, 3, 3),
            new Tie(4, 5, 3, 3),
            new Tie(3, 5, 3, 3),
            new Tie(2, 3, 1, 0.1));
    int[] group = Communities.of(7, ties);
    assertThat(group[0]).isEqualTo(group[1]).isEqualTo(group[2]).isNotEqualTo(group[3]);
    assertThat(group[3]).isEqualTo(group[4]).isEqualTo(group[5]).isNotEqualTo(group[6]);
  }

  @Test
  void putsTheClosestNearestAndNobodyOnAnother() {
    var layout = new Layout(Invented.people(400, 9));
    List<Layout.Dot> dots = layout.dots;
    assertThat(far(dots.subList(0, 40))).isLessThan(far(dots.subList(360, 400)) / 2);
    int overlaps = 0;
    for (int i = 0; i < dots.size(); i++) {
      for (int j = i + 1; j < dots.size(); j++) {
        double gap =
            Math.hypot(dots.get(i).x() - dots.get(j).x(), dots.get(i).y() - dots.get(j).y());
        overlaps += gap < dots.get(i).radius() + dots.get(j).radius() ? 1 : 0;
      }
    }
    assertThat(overlaps).isZero();
  }

  private static double far(List<Layout.Dot> dots) {
    return dots.stream().mapToDouble(dot -> Math.hypot(dot.x(), dot.y())).average().orElseThrow();
  }

  @Test
  void saysNumbersAsAPersonWould() {
    assertThat(Wording.lasting(1, java.time.Duration.ofMinutes(90))).isEqualTo("1 h");
    assertThat(Wording.lasting(0, java.time.Duration.ZERO)).isEqualTo("\u2013");
    assertThat(Wording.count(1_234_567)).isEqualTo("1,234,567");
  }
}
