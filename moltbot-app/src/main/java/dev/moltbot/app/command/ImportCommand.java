package dev.moltbot.app.command;

import dev.moltbot.app.exports.Formats;
import dev.moltbot.app.exports.ImportRun;
import dev.moltbot.app.exports.ImportSummary;
import dev.moltbot.app.exports.OwnNames;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.app.runtime.Pace;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.Recognition;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.naming.NameSpellings;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Lookalikes;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code moltbot import}. */
@Command(
    name = "import",
    description =
        "Read exports of your messages and address books into the contact graph: mail (Takeout,"
            + " mbox, Maildir, eml), chats, contacts. Files, folders or zip archives; nothing"
            + " leaves this machine, and reading a file twice adds nothing.")
final class ImportCommand implements Callable<Integer> {
  /** How long the words of what was read are made findable; {@code run} goes on with it. */
  private static final Duration INDEXING = Duration.ofMinutes(10);

  @Mixin private Shared shared = new Shared();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "A file, a folder or an archive.")
  private List<Path> paths = List.of();

  @Option(
      names = "--me",
      paramLabel = "NAME",
      description = "Your name, address or number as it stands in the exports. Repeatable.")
  private Set<String> me = new HashSet<>();

  @Option(
      names = "--region",
      paramLabel = "UA",
      description = "Country of numbers that say none. Default: that of your locale")
  private String region = Locale.getDefault().getCountry();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Time zone of times that say none, such as Europe/Kyiv. Default: this machine's")
  private ZoneId zone = ZoneId.systemDefault();

  @Option(names = "--dry-run", description = "Only say what would be read.")
  private boolean dryRun;

  @Option(names = "--again", description = "Read even files that were imported before.")
  private boolean again;

  @Option(
      names = "--search-later",
      description = "Leave it to run, or to the next import, to make the words findable.")
  private boolean searchLater;

  @Option(names = "--undo", description = "Take back what these files brought.")
  private boolean undo;

  @Override
  public Integer call() throws IOException {
    Optional<Path> missing = paths.stream().filter(path -> !Files.isReadable(path)).findFirst();
    if (missing.isPresent()) {
      shared.output().talk().println("Cannot read " + missing.get() + ". Is the path right?");
      return Exit.USAGE;
    }
    if (undo && (dryRun || again)) {
      shared.output().talk().println("--undo goes with neither --dry-run nor --again.");
      return Exit.USAGE;
    }
    List<ExportFormat> formats = Formats.installed();
    return dryRun
        ? preview(formats)
        : Opened.reading(
            shared.output().talk(), (moltbot, settings) -> run(formats, moltbot, settings));
  }

  private int preview(List<ExportFormat> formats) throws IOException {
    try (Recognition recognition = ImportRun.look(formats, paths)) {
      var report = new ImportReport(shared);
      report.preview(recognition);
      return recognition.found().isEmpty() ? Exit.FINDINGS : Exit.OK;
    }
  }

  private int run(List<ExportFormat> formats, Moltbot moltbot, Settings settings) {
    var time = moltbot.part(InstantSource.class);
    var imports = moltbot.part(Imports.class);
    var progress = new Progress(shared.output().talk(), shared.terminal(), System::nanoTime);
    var flow = new ImportHistory(imports, Pace.rules(settings), time);
    var run =
        new ImportRun(
            formats,
            flow,
            imports,
            new SuggestMerges(moltbot.part(Lookalikes.class), new NameSpellings(), time),
            new ImportProgress(progress),
            System::nanoTime);
    Set<String> known = OwnNames.of(settings, moltbot.part(Accounts.class).all());
    var unsaid = new ExportOptions(known, region, zone);
    ExportOptions options = unsaid.and(me);
    try {
      ImportSummary summary =
          undo ? run.undo(paths, options) : run.read(paths, options, unsaid, again);
      var index = moltbot.part(SearchIndex.class);
      long left = searchLater ? index.waiting() : makeFindable(index, time, progress);
      progress.done();
      new ImportReport(shared).summary(summary, undo, left);
      return summary.sound() ? Exit.OK : Exit.FINDINGS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many messages are left. */
  private static long makeFindable(SearchIndex index, InstantSource time, Progress progress) {
    long waiting = index.waiting();
    LongConsumer shown = done -> progress.show("making words findable", done, waiting);
    shown.accept(0);
    return new IndexMessages(index, time).catchUp(INDEXING, shown);
  }
}
