package dev.moltbot.adapter.report;

import dev.moltbot.port.ReportWriter;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The page, from its template. */
final class HtmlReport implements ReportWriter {
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Inlined inlined = new Inlined();

  @Override
  public String page(Report report, Reader reader) {
    Report shown =
        switch (reader) {
          case Reader.Owner owner -> report;
          case Reader.Anybody anybody ->
              new Report(
                  Redaction.of(report.overview(), anybody),
                  report.audit(),
                  report.madeAt(),
                  report.zone());
        };
    boolean redacted = reader instanceof Reader.Anybody;
    Map<String, Object> given = new Sections(shown, redacted).given();
    given.put("redacted", redacted);
    given.put("data", PageData.of(shown));
    given.put("policy", inlined.policy());
    given.put("styles", inlined.styles);
    given.put("scripts", inlined.scripts);
    given.put("licences", inlined.licences);
    var output = new StringOutput();
    templates.render("report.jte", given, output);
    return output.toString();
  }
}
