package dev.moltbot.app.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.mime.Corpora;
import dev.moltbot.naming.NameSpellings;
import dev.moltbot.port.Imports;
import dev.moltbot.port.Lookalikes;
import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole exports, with every installed format, on the real database. */
class ImportRunTest {
  private static final int MAILS = 5_000;
  private static final int TORTURES = 961;

  private final SettableTime time = new SettableTime();
  @TempDir private Path folder = Path.of("");
  private TestDatabase database;
  private Injector stores;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    stores = Guice.createInjector(database.stores());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void importsFiveThousandMailsOnceAndKnowsThemTheSecondTime() throws Exception {
    Optional<Path> corpus = Corpora.file("mail-5k.mbox.gz");
    if (corpus.isPresent()) {
      ImportSummary first = run(List.of(corpus.get()), false);
      assertThat(first.counts()).isEqualTo(new Imports.Counts(MAILS, MAILS, 0, 0, 0));
      assertThat(first.sound()).isTrue();
      String state = state();
      ImportSummary again = run(List.of(corpus.get()), true);
      assertThat(again.counts()).isEqualTo(new Imports.Counts(MAILS, 0, MAILS, 0, 0));
      ImportSummary known = run(List.of(corpus.get()), false);
      assertThat(known.known()).isOne();
      assertThat(known.fields()).containsEntry("added", 0L).containsEntry("duplicates", 5_000L);
      assertThat(state()).isEqualTo(state);
    }
  }

  @Test
  void accountsForEveryMailOfTheTortureCorpus() throws Exception {
    Optional<Path> corpus = Corpora.file("mime-torture-dev.tar.gz");
    if (corpus.isPresent()) {
      int number = 0;
      Path mails = Files.createDirectory(folder.resolve("torture"));
      for (Map.Entry<String, byte[]> mail : Corpora.unpack(corpus.get()).entrySet()) {
        Files.write(mails.resolve(number++ + ".eml"), mail.getValue());
      }
      ImportSummary summary = run(List.of(mails), false);
      assertThat(summary.files()).isOne();
      assertThat(summary.counts().read()).isEqualTo(TORTURES);
      assertThat(summary.counts().added()).isEqualTo(database.count("message"));
      String unreadable = "select count(*) from quarantine";
      assertThat(database.asOwner(unreadable)).isEqualTo("" + summary.counts().quarantined());
    }
  }

  @Test
  void givesTheSameGraphInWhateverOrderFilesAreRead() throws Exception {
    Optional<Path> corpus = Corpora.file("chat-exports-dev.tar.gz");
    if (corpus.isPresent()) {
      List<Path> files = unpacked(corpus.get());
      run(files, false);
      String state = state();
      String graph = graph();
      close();
      open();
      Collections.reverse(files);
      run(files, false);
      assertThat(graph()).isEqualTo(graph);
      assertThat(state()).isEqualTo(state);
      run(files, true);
      assertThat(graph()).isEqualTo(graph);
      assertThat(state()).isEqualTo(state);
    }
  }

  private List<Path> unpacked(Path corpus) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : Corpora.unpack(corpus).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      files.add(path);
    }
    return files;
  }

  private ImportSummary run(List<Path> paths, boolean again) throws IOException {
    Imports imports = stores.getInstance(Imports.class);
    var rules = new TriageRules(TriageRules.Lists.LIKE_PEOPLE);
    var flow = new ImportHistory(imports, rules, time);
    var run =
        new ImportRun(
            Formats.installed(),
            flow,
            imports,
            new SuggestMerges(stores.getInstance(Lookalikes.class), new NameSpellings(), time),
            (place, messages, done, size) -> {},
            () -> 0);
    return run.read(paths, new ExportOptions(Set.of("Me"), "UA", ZoneOffset.UTC), again);
  }

  /** To the minute: of one chat exported by two phones, only one tells the seconds. */
  private String state() throws SQLException {
    return database.asOwner(
        """
        select string_agg(line, E'\n' order by line) from (
            select a.channel || ' ' || m.native_id || ' ' || md5(m.body) || ' '
                || date_trunc('minute', m.sent_at) || ' '
                || m.category || ' ' || m.from_owner || ' ' || m.traits::text as line
            from message m join account a using (account_id)) as messages
        """);
  }

  /** Who there is, under which names, with which marks and details, and who is whom. */
  private String graph() throws SQLException {
    return database.asOwner(
        """
        select string_agg(line, E'\\n' order by line) from (
            select 'handle ' || h.channel || ' ' || h.value || ' ' || h.name || ' ' || h.contact_id
                as line from handle h
            union all select 'mark ' || h.value || ' ' || k.kind || ' ' || k.value
                from mark k join handle h using (handle_id)
            union all select 'detail ' || h.value || ' ' || d.kind || ' ' || d.value
                from detail d join handle h using (handle_id)
            union all select 'link ' || least(a.value, b.value) || ' ' || greatest(a.value, b.value)
                    || ' ' || l.evidence
                from link l join handle a on a.handle_id = l.first_id
                join handle b on b.handle_id = l.second_id
            union all select 'addressed ' || h.value || ' ' || m.native_id
                from addressed t join handle h using (handle_id) join message m using (message_id))
            as graph
        """);
  }
}
