package dev.moltbot.app.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.contact.ContactId;
import dev.moltbot.domain.triage.TriageRules;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.flow.ImportHistory;
import dev.moltbot.flow.SuggestMerges;
import dev.moltbot.mime.Corpora;
import dev.moltbot.naming.NameSpellings;
import dev.moltbot.port.Contacts;
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
import java.util.UUID;
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

  @Test
  void readsAgainWhatWasReadBeforeTheOwnerSaidWhoTheyAre() throws Exception {
    Path chat = folder.resolve("chat.txt");
    Files.writeString(
        chat,
        """
        05.02.24, 10:00 - Ann Lee: Will you come?
        05.02.24, 10:01 - Bob Roy: I will.
        25.02.24, 10:02 - Ann Lee: Where are you?
        """);
    ImportSummary unsaid = run(List.of(chat), Set.of(), false);
    assertThat(unsaid.notes().keySet()).anyMatch(note -> note.contains("--me"));
    assertThat(unsaid.skipped()).isEmpty();
    assertThat(mine()).isEqualTo("0");
    ImportSummary said = run(List.of(chat), Set.of("Bob Roy"), false);
    assertThat(said.counts()).isEqualTo(new Imports.Counts(3, 3, 0, 0, 0));
    assertThat(said.undone()).isEqualTo(3);
    assertThat(said.notes()).containsOnlyKeys(Mending.MENDED);
    assertThat(mine()).isEqualTo("1");
    ImportSummary known = run(List.of(chat), Set.of("Bob Roy"), false);
    assertThat(known.known()).isOne();
    assertThat(known.undone()).isZero();
  }

  @Test
  void keepsWhatTheOwnerSaidOfPeopleWhenAChatIsReadAgain() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other")).resolve("cid.txt");
    Files.writeString(other, "05.02.24, 10:00 - Cid Ray: It is me, Ann.\n");
    Path chat = folder.resolve("chat.txt");
    Files.writeString(chat, "25.02.24, 10:00 - Ann Lee: Come?\n25.02.24, 10:01 - Bob Roy: Yes.\n");
    run(List.of(other), Set.of(), false);
    run(List.of(chat), Set.of(), false);
    var contacts = stores.getInstance(Contacts.class);
    assertThat(contacts.merge(contact("Ann Lee"), contact("Cid Ray"), time.instant())).isPresent();
    assertThat(run(List.of(chat), Set.of("Bob Roy"), false).undone()).isEqualTo(2);
    assertThat(contact("Ann Lee")).isEqualTo(contact("Cid Ray"));
    assertThat(database.asOwner("select count(*) from handle where name = 'Bob Roy'"))
        .isEqualTo("0");
  }

  private ContactId contact(String name) throws SQLException {
    String id = "select distinct contact_id from handle where name = '" + name + "'";
    return new ContactId(UUID.fromString(database.asOwner(id)));
  }

  /** Whether exports tell the owner themselves, together, or not at all. */
  @Test
  void endsTheSameWhenTheOwnerSaysLateWhoTheyAre() throws Exception {
    Optional<Path> corpus = Corpora.file("chat-exports-dev.tar.gz");
    if (corpus.isPresent()) {
      List<Path> files = unpacked(corpus.get());
      Set<String> me = Set.of("John Doe", "Sarah");
      run(files, me, false);
      String state = state();
      String graph = graph();
      close();
      open();
      run(files, Set.of(), false);
      assertThat(state()).isNotEqualTo(state);
      run(files, me, false);
      assertThat(graph()).isEqualTo(graph);
      assertThat(state()).isEqualTo(state);
    }
  }

  /** Two within a minute, in the same words, and one line that only the first phone has. */
  @Test
  void readsAChatOnceThatTwoPhonesExported() throws Exception {
    Path precise = Files.createDirectories(folder.resolve("one")).resolve("Chat with Ann Lee.txt");
    Files.writeString(
        precise,
        """
        [05.02.24, 10:00:17] Ann Lee: Will you come?
        [05.02.24, 10:00:42] Ann Lee: Will you come?
        [05.02.24, 10:01:03] Bob Roy: I will.
        [25.02.24, 10:02:59] Ann Lee: Where are you?
        """);
    Path rounded = Files.createDirectories(folder.resolve("two")).resolve("Chat with Ann Lee.txt");
    Files.writeString(
        rounded,
        """
        05.02.24, 10:00 - Ann Lee: Will you come?
        05.02.24, 10:00 - Ann Lee: Will you come?
        05.02.24, 10:01 - Bob Roy: I will.
        """);
    Set<String> me = Set.of("Bob Roy");
    run(List.of(precise), me, false);
    assertThat(run(List.of(rounded), me, false).counts())
        .isEqualTo(new Imports.Counts(3, 0, 3, 0, 0));
    String state = state();
    String graph = graph();
    close();
    open();
    run(List.of(rounded), me, false);
    assertThat(run(List.of(precise), me, false).counts())
        .isEqualTo(new Imports.Counts(4, 1, 3, 0, 0));
    assertThat(state()).isEqualTo(state);
    assertThat(graph()).isEqualTo(graph);
  }

  private String mine() throws SQLException {
    return database.asOwner("select count(*) from message where from_owner");
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
    return run(paths, Set.of("Me"), again);
  }

  private ImportSummary run(List<Path> paths, Set<String> me, boolean again) throws IOException {
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
    var unsaid = new ExportOptions(Set.of(), "UA", ZoneOffset.UTC);
    return run.read(paths, unsaid.and(me), unsaid, again);
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
