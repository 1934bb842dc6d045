package dev.moltbot.app.command;

import com.google.inject.Guice;
import dev.moltbot.adapter.report.ReportModule;
import dev.moltbot.app.audit.AuditFields;
import dev.moltbot.app.report.ReportFiles;
import dev.moltbot.app.runtime.Installed;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overviews;
import dev.moltbot.port.ReportWriter;
import dev.moltbot.port.ReportWriter.Reader;
import dev.moltbot.port.ReportWriter.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code moltbot report}. */
@Command(
    name = "report",
    description = {
      "Write everyone you know, and what was done in your name, into one HTML file.",
      "The file needs no network and asks for nothing; any browser opens it."
    })
final class ReportCommand implements Callable<Integer> {
  @Mixin private Shared shared = new Shared();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write it. Default: reports/report-DATE.html in the workspace")
  private @Nullable Path out;

  @Option(
      names = "--redact",
      description =
          "Pseudonyms instead of names, no words, no addresses: to be shown to others. The"
              + " pseudonyms are the same in every report of this workspace.")
  private boolean redact;

  @Override
  public Integer call() {
    return Opened.with(shared.output().talk(), this::write);
  }

  private int write(Moltbot moltbot) {
    Path workspace =
        Installed.environment(System.getenv(), Path.of("").toAbsolutePath()).workspace().reports();
    var files = new ReportFiles(workspace);
    ZoneId zone = ZoneId.systemDefault();
    Instant now = moltbot.part(InstantSource.class).instant();
    Path file = out == null ? files.fileOf(now, zone, redact) : out.toAbsolutePath();
    try {
      Reader reader =
          redact ? files.anybody(moltbot.part(RandomGenerator.class)) : new Reader.Owner();
      Report report = report(moltbot, zone, now);
      ReportWriter writer =
          Guice.createInjector(new ReportModule()).getInstance(ReportWriter.class);
      long bytes = ReportFiles.write(file, writer.page(report, reader));
      shared.say(fields(file, bytes, report), file.toString());
      return Exit.OK;
    } catch (IOException e) {
      shared.output().talk().println("No report was written: " + e.getMessage());
      return Exit.FINDINGS;
    }
  }

  private static Report report(Moltbot moltbot, ZoneId zone, Instant now) {
    Overview overview = moltbot.part(Overviews.class).look(Overviews.Limits.DEFAULT, zone, now);
    return new Report(overview, moltbot.part(AuditLog.class).verify(), now, zone);
  }

  private Map<String, Object> fields(Path file, long bytes, Report report) {
    Overview overview = report.overview();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("file", file.toString());
    fields.put("bytes", bytes);
    fields.put("redacted", redact);
    fields.put("contacts", overview.totals().contacts());
    fields.put("shown", overview.people().size());
    fields.put("ties", overview.ties().size());
    fields.put("messages", overview.totals().messages());
    fields.put("waiting", overview.waiting().stream().filter(Overview.Waiting::forOwner).count());
    fields.put("drafts", overview.drafts().stream().mapToLong(Overview.Drafted::drafts).sum());
    fields.put("alerts", overview.alerts().size());
    fields.put("audit", AuditFields.of(report.audit()));
    return fields;
  }
}
