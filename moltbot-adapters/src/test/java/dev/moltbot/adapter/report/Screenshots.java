package dev.moltbot.adapter.report;

import dev.moltbot.port.Overview;
import dev.moltbot.port.ReportWriter.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the pictures of docs/report.md, from people who do not exist. Argument: the folder. */
final class Screenshots {

  private Screenshots() {}

  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 130;
    Overview overview = Invented.people(people, 7);
    Path page = Files.createTempFile("report", ".html");
    Files.writeString(page, new HtmlReport().page(Invented.report(overview), new Reader.Owner()));
    try (Browser browser = Browser.open()) {
      browser.size(1120, 940);
      shoot(browser, page, folder, "report-light.png", "");
      shoot(browser, page, folder, "report-person.png", "panel.show(2)");
      shoot(browser, page, folder, "report-charts.png", "scrollTo(0, 1000)");
      browser.dark(true);
      shoot(browser, page, folder, "report-dark.png", "");
      Files.write(folder.resolve("report.pdf"), browser.pdf());
      browser.complaints.forEach(System.out::println);
    }
  }

  private static void shoot(Browser browser, Path page, Path folder, String name, String first)
      throws IOException {
    browser.show(page);
    browser.eval(first.isEmpty() ? "1" : "void " + first);
    Browser.pause(900);
    Files.write(folder.resolve(name), browser.picture());
  }
}
