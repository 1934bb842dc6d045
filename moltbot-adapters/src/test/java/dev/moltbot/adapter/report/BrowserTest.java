package dev.moltbot.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.port.Overview;
import dev.moltbot.port.ReportWriter.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. */
@Tag("browser")
class BrowserTest {
  private static final String INKED =
      "(() => { const c = document.querySelector('#picture canvas[data-id=layer2-node]');"
          + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
          + " let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; })()";

  private static final String AT =
      "(() => { const p = picture.cy.getElementById('p%d').renderedPosition();"
          + " const r = document.getElementById('picture').getBoundingClientRect();"
          + " return (r.%s + p.%s); })()";

  private static @Nullable Browser shared;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    boolean there = Browser.program() != null;
    if (!there) {
      System.out.println("skipped: no Chromium on the PATH (apt-get install chromium)");
    }
    assumeTrue(there);
    shared = Browser.open();
  }

  @AfterAll
  static void stop() {
    if (shared != null) {
      shared.close();
    }
  }

  private static Browser browser() {
    return Objects.requireNonNull(shared);
  }

  private void open(Overview overview, Reader reader) throws IOException {
    Path page = folder.resolve("report.html");
    Files.writeString(page, new HtmlReport().page(Invented.report(overview), reader));
    browser().size(1400, 1000);
    browser().dark(false);
    browser().show(page);
    browser().eval("new Promise(r => setTimeout(() => requestAnimationFrame(() => r(1)), 300))");
  }

  private static void assertQuiet() {
    assertThat(browser().complaints).isEmpty();
    assertThat(browser().requests)
        .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
    assertThat(browser().requests).filteredOn(url -> url.startsWith("file:")).hasSize(1);
  }

  @Test
  void drawsThePictureInSilence() throws IOException {
    open(Invented.people(300, 3), new Reader.Owner());
    assertThat(browser().number(INKED)).isGreaterThan(5_000);
    assertThat(browser().number("Number(document.getElementById('picture').dataset.names)"))
        .isBetween(20L, 140L);
    assertThat(browser().number("document.querySelectorAll('.uplot canvas').length")).isEqualTo(1);
    assertQuiet();
  }

  @Test
  void saysSoWhereNobodyIsKnown() throws IOException {
    open(Invented.people(0, 3), new Reader.Owner());
    assertThat(browser().text("document.getElementById('nobody').hidden")).isEqualTo("false");
    assertQuiet();
  }

  @Test
  void opensThePersonWhoIsClicked() throws IOException {
    open(Invented.people(40, 3), new Reader.Owner());
    double x = browser().number(AT.formatted(3, "x", "x"));
    double y = browser().number(AT.formatted(3, "y", "y"));
    browser().click(x, y);
    browser().await("!document.getElementById('person').hidden");
    assertThat(browser().text("document.getElementById('person-name').textContent"))
        .isEqualTo(browser().text("people[3].name"));
    assertThat(browser().text("document.querySelector('#person blockquote').textContent"))
        .isEqualTo(browser().text("people[3].said[0][2]"));
    browser().mouse("mouseMoved", 10, 10);
    assertQuiet();
  }

  @Test
  void showsWhoIsUnderThePointer() throws IOException {
    open(Invented.people(40, 3), new Reader.Owner());
    browser()
        .mouse(
            "mouseMoved",
            (double) browser().number(AT.formatted(5, "x", "x")),
            (double) browser().number(AT.formatted(5, "y", "y")));
    browser().await("!document.getElementById('tip').hidden");
    assertThat(browser().text("document.querySelector('#tip strong').textContent"))
        .isEqualTo(browser().text("people[5].name"));
  }

  @Test
  void findsPeopleByNameAndAddressWithoutAccents() throws IOException {
    open(Invented.people(200, 3), new Reader.Owner());
    browser().press("/");
    assertThat(browser().text("document.activeElement.id")).isEqualTo("search");
    browser().type("person77@");
    browser().await("document.querySelectorAll('#found [role=option]').length === 1");
    browser().press("Enter");
    assertThat(browser().text("document.getElementById('person-name').textContent"))
        .isEqualTo(browser().text("people[77].name"));
    assertThat(browser().number("search.matches('GRUN').length"))
        .isEqualTo(browser().number("people.filter(p => p.name.includes('Grün')).length"))
        .isPositive();
  }

  @Test
  void isWalkedWithTheKeyboardAlone() throws IOException {
    open(Invented.people(60, 3), new Reader.Owner());
    browser().eval("document.getElementById('picture').focus()");
    browser().press("ArrowRight");
    String first = browser().text("document.getElementById('spoken').textContent");
    browser().press("ArrowDown");
    assertThat(browser().text("document.getElementById('spoken').textContent"))
        .isNotEmpty()
        .isNotEqualTo(first);
    browser().press("Enter");
    assertThat(browser().text("document.activeElement.id")).isEqualTo("person");
    browser().press("Escape");
    assertThat(browser().text("document.getElementById('person').hidden")).isEqualTo("true");
    assertThat(browser().text("document.activeElement.id")).isEqualTo("picture");
  }

  @Test
  void hasANameForEverythingThatCanBeUsed() throws IOException {
    open(Invented.people(60, 3), new Reader.Owner());
    browser().eval("panel.show(1)");
    var nodes = (List<?>) browser().call("Accessibility.getFullAXTree", Map.of()).get("nodes");
    assertThat(nodes).hasSizeGreaterThan(200);
    assertThat(nodes)
        .map(node -> (Map<?, ?>) node)
        .filteredOn(node ->
            List.of("button", "combobox", "searchbox", "application", "table")
                .contains(value(node, "role")))
        .isNotEmpty()
        .allSatisfy(node -> assertThat(value(node, "name")).isNotBlank());
  }

  private static String value(Map<?, ?> node, String field) {
    return node.get(field) instanceof Map<?, ?> found ? String.valueOf(found.get("value")) : "";
  }

  @Test
  void showsWhatTriesToBeMarkupAsText() throws IOException {
    open(Payloads.overview(), new Reader.Owner());
    for (int i = 0; i < Payloads.ALL.size(); i++) {
      String payload = Payloads.ALL.get(i);
      browser().eval("panel.show(" + i + ")");
      assertThat(browser().text("document.getElementById('person-name').textContent"))
          .isEqualTo(payload);
      assertThat(browser().text("document.querySelector('#person blockquote').textContent"))
          .isEqualTo(payload);
      assertThat(browser().text("document.getElementById('person').textContent"))
          .contains(new Handle(new ChannelId("gmail"), payload).value());
      browser().eval("search.matches(people[" + i + "].name)");
    }
    browser().eval("document.querySelectorAll('details').forEach(d => d.open = true)");
    String tables =
        browser().text("[...document.querySelectorAll('table')].map(t => t.textContent).join('')");
    Payloads.ALL.forEach(payload -> assertThat(tables).contains(payload));
    Browser.pause(500);
    assertThat(browser().text("typeof pwned")).isEqualTo("undefined");
    assertThat(browser().dialogs).isEmpty();
    assertQuiet();
  }

  @Test
  void makesNoFormulaOfAName() throws IOException {
    open(Payloads.overview(), new Reader.Owner());
    assertThat(browser().text("csv.text([['=1+1', 'a,\"b\"', -3]])"))
        .isEqualTo("\ufeff'=1+1,\"a,\"\"b\"\"\",-3\r\n");
  }

  /** The guards can fail: what the policy does not name does not run, and is heard of. */
  @Test
  void stopsAScriptAndARequestThatAreNotItsOwn() throws IOException {
    String page = new HtmlReport().page(Invented.report(Invented.people(5, 3)), new Reader.Owner());
    Path planted = folder.resolve("planted.html");
    Files.writeString(
        planted,
        page.replace(
            "<main>", "<main><script>pwned=1</script><img src=\"http://127.0.0.1:9/x.png\">"));
    browser().show(planted);
    Browser.pause(300);
    assertThat(browser().text("typeof pwned")).isEqualTo("undefined");
    assertThat(browser().complaints).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void staysFluidWithFiveThousand() throws IOException {
    long begun = System.nanoTime();
    open(Invented.people(5_000, 3), new Reader.Owner());
    long opened = (System.nanoTime() - begun) / 1_000_000;
    browser()
        .eval(
            "window.frames_ = []; window.on_ = true; (function f(t) { frames_.push(t);"
                + " if (on_) requestAnimationFrame(f); })(performance.now());");
    double before = browser().number("picture.cy.pan().x");
    double x = browser().number(AT.formatted(0, "x", "x"));
    double y = browser().number(AT.formatted(0, "y", "y"));
    browser().mouse("mousePressed", x, y);
    for (int i = 0; i < 90; i++) {
      browser().drag(x + i * 3, y + i % 30);
    }
    browser().mouse("mouseReleased", x + 270, y);
    browser().eval("new Promise(r => setTimeout(() => r(1), 150))");
    browser().eval("window.on_ = false");
    assertThat(browser().number("picture.cy.pan().x") - before)
        .as("moves from on top of a dot, too")
        .isGreaterThan(200);
    browser()
        .eval(
            "window.gaps_ = frames_.slice(2).map((t, i) => t - frames_[i + 1]).sort((a, b) => a - b)");
    System.out.printf(
        Locale.ROOT,
        "5,000 contacts: opened in %d ms; %d frames from grab to release,"
            + " median %.1f ms, p95 %.1f ms%n",
        opened,
        browser().number("gaps_.length"),
        ((Number) browser().eval("gaps_[gaps_.length >> 1]")).doubleValue(),
        ((Number) browser().eval("gaps_[Math.floor(gaps_.length * .95)]")).doubleValue());
    assertThat(browser().number("gaps_.length")).isPositive();
    assertThat(browser().number(INKED)).isGreaterThan(5_000);
    assertQuiet();
  }

  @Test
  void isPrintedWithItsTables() throws IOException {
    open(Invented.people(60, 3), new Reader.Owner());
    assertThat(browser().pdf().length).isGreaterThan(20_000);
    browser().dark(true);
    assertThat(browser().text("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(23, 24, 26)");
  }
}
