package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.message.AccountId;
import dev.moltbot.domain.message.Address;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.Content;
import dev.moltbot.domain.message.ConversationId;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.domain.message.Sender;
import dev.moltbot.domain.message.Threading;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.domain.triage.Category;
import dev.moltbot.domain.triage.Triage;
import dev.moltbot.flow.IndexMessages;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Conversations;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Directory;
import dev.moltbot.port.Intake;
import dev.moltbot.port.SearchIndex;
import dev.moltbot.port.Ties;
import dev.moltbot.port.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The owner's questions, typed, on a database with three people in it. */
class ContactsQuestionsTest {
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
  private static final AccountId MAIL = new AccountId(new ChannelId("gmail"), "me@example.org");
  private static final When UTC = new When(ZoneOffset.UTC);

  private static TestDatabase database;
  private static Moltbot moltbot;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    Module stores = database.stores();
    moltbot = Moltbot.storesOnly(stores);
    var messages = new ArrayList<Intake.Screened>();
    messages.add(message("1", "yuliia@example.org", "Юлія Щербак", 40, "Зустріч у Львові", false));
    messages.add(message("2", "yuliia@example.org", "Юлія Щербак", 39, "See you there", true));
    messages.add(message("3", "anna@example.org", "Anna Bell", 3, "The budget, please?", false));
    messages.add(message("4", "anna@example.com", "Anna\u202e\u001b[2J Stone", 2, "Hi", true));
    moltbot
        .part(Conversations.class)
        .store(MAIL, new Intake(messages, List.of(), new Cursor("end")), NOW);
    new IndexMessages(moltbot.part(SearchIndex.class), InstantSource.fixed(NOW))
        .catchUp(Duration.ofHours(1));
  }

  @AfterAll
  static void close() {
    moltbot.close();
    database.close();
  }

  private static Intake.Screened message(
      String id, String address, String name, int daysAgo, String text, boolean mine) {
    Sender other = Sender.of(new Address(address), new UntrustedText(name));
    Sender owner = Sender.of(new Address("me@example.org"), UntrustedText.NONE);
    var message =
        new InboundMessage(
            new MessageId(MAIL, id),
            new ConversationId(MAIL, "with " + address),
            mine ? owner : other,
            new Content(UntrustedText.NONE, new UntrustedText(text)),
            NOW.minus(Duration.ofDays(daysAgo)),
            Threading.NONE,
            mine ? Set.of(Trait.FROM_OWNER) : Set.of(),
            mine ? List.of(other) : List.of());
    return new Intake.Screened(message, new Triage(Category.FYI, true, "test"), List.of());
  }

  @Test
  void listsPeople() throws IOException {
    Run words = run(ContactsListCommand::new, List.of(), ContactsQuestionsTest::list);
    assertThat(words.data()).contains("Юлія Щербак").contains("gmail:yuliia@example.org");
    Run json =
        run(
            ContactsListCommand::new,
            List.of("--json", "--limit", "1"),
            ContactsQuestionsTest::list);
    Schemas.assertKeeps("contacts-list", json.data());
    assertThat(json.data()).contains("\"total\":3");
  }

  private static int list(ContactsListCommand command) {
    command.list(moltbot.part(Directory.class));
    return Exit.OK;
  }

  @Test
  void showsAPage() throws IOException {
    Run words = run(ContactsShowCommand::new, List.of("shcherbak"), ContactsQuestionsTest::show);
    assertThat(words.exit()).isZero();
    assertThat(words.data())
        .contains("first contact: 2025-12-11")
        .contains("wrote last: you")
        .contains("See you there");
    Run json =
        run(ContactsShowCommand::new, List.of("shcherbak", "--json"), ContactsQuestionsTest::show);
    Schemas.assertKeeps("contacts-show", json.data());
  }

  private static int show(ContactsShowCommand command) {
    return command.show(moltbot.part(Directory.class), moltbot.part(Timeline.class), UTC);
  }

  @Test
  void offersTheCandidatesWhenItIsNotClearWhoIsMeant() {
    Run run = run(ContactsShowCommand::new, List.of("anna"), ContactsQuestionsTest::show);
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.data()).isEmpty();
    assertThat(run.talk()).contains("Anna Bell").contains("Type the id");
    String id = run.talk().lines().filter(line -> line.contains("Bell")).findFirst().orElseThrow();
    Run again =
        run(ContactsShowCommand::new, List.of(id.substring(0, 8)), ContactsQuestionsTest::show);
    assertThat(again.data()).startsWith("Anna Bell");
    assertThat(run(ContactsShowCommand::new, List.of("zz"), ContactsQuestionsTest::show).exit())
        .isEqualTo(Exit.FINDINGS);
  }

  /** Names are chosen by strangers, and end up on the owner's terminal. */
  @Test
  void letsNoNameSpoilTheTerminal() {
    Run run = run(ContactsListCommand::new, List.of(), ContactsQuestionsTest::list);
    assertThat(run.data()).contains("Anna??[2J Stone").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void showsAHistory() throws IOException {
    Run words = run(ContactsHistoryCommand::new, List.of("щербак"), ContactsQuestionsTest::history);
    assertThat(words.data()).containsSubsequence("See you there", "Зустріч у Львові");
    Run json =
        run(
            ContactsHistoryCommand::new,
            List.of("щербак", "--limit", "1", "--json"),
            ContactsQuestionsTest::history);
    Schemas.assertKeeps("contacts-history", json.data());
    assertThat(json.data()).contains("\"next\":").doesNotContain("Львові");
    String next = json.data().replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
    Run rest =
        run(
            ContactsHistoryCommand::new,
            List.of("щербак", "--before", next, "--full"),
            ContactsQuestionsTest::history);
    assertThat(rest.data()).contains("Львові").doesNotContain("See you");
  }

  private static int history(ContactsHistoryCommand command) {
    return command.show(moltbot.part(Directory.class), moltbot.part(Timeline.class), UTC);
  }

  @Test
  void searchesPeopleAndMessages() throws IOException {
    Run words = search("зустріч");
    assertThat(words.data()).contains("Зустріч у Львові");
    assertThat(search("зустрі").data()).contains("Зустріч у Львові");
    assertThat(search("bugdet").data()).isEmpty();
    assertThat(search("budget from:anna").data()).contains("The budget");
    assertThat(search("budget", "from:Anna Stone").data()).isEmpty();
    assertThat(search("budget before:2020").data()).isEmpty();
    assertThat(search("see from:me channel:gmail after:2025-12").data()).contains("See you");
    assertThat(search("from:nobody-at-all").exit()).isEqualTo(Exit.USAGE);
    assertThat(search("has:cheese").exit()).isEqualTo(Exit.USAGE);
    Schemas.assertKeeps("contacts-search", search("anna", "--json").data());
  }

  private static Run search(String... words) {
    return run(
        ContactsSearchCommand::new,
        List.of(words),
        command -> command.search(moltbot.part(Directory.class), moltbot.part(Timeline.class), 0));
  }

  @Test
  void saysWhoWaitsAndWhoIsQuietAndWhoIsClose() throws IOException {
    Run waiting = run(ContactsWaitingCommand::new, List.of(), ContactsQuestionsTest::waiting);
    assertThat(waiting.data())
        .containsSubsequence("your answer", "Anna Bell", "You wait", "Stone", "Юлія");
    Run long30 =
        run(ContactsWaitingCommand::new, List.of("--days", "30"), ContactsQuestionsTest::waiting);
    assertThat(long30.data()).contains("Юлія").doesNotContain("Bell");
    Schemas.assertKeeps(
        "contacts-waiting",
        run(ContactsWaitingCommand::new, List.of("--json"), ContactsQuestionsTest::waiting).data());
    Run quiet =
        run(
            ContactsQuietCommand::new,
            List.of("--days", "30", "--json"),
            ContactsQuestionsTest::quiet);
    Schemas.assertKeeps("contacts-quiet", quiet.data());
    assertThat(quiet.data()).contains("Юлія").doesNotContain("Anna");
    Run top = run(ContactsTopCommand::new, List.of("--week", "--json"), ContactsQuestionsTest::top);
    Schemas.assertKeeps("contacts-top", top.data());
    assertThat(top.data()).contains("Anna Bell").doesNotContain("Юлія");
    assertThat(run(ContactsTopCommand::new, List.of("--year"), ContactsQuestionsTest::top).data())
        .containsSubsequence("Юлія", "Stone");
  }

  private static int waiting(ContactsWaitingCommand command) {
    command.show(moltbot.part(Ties.class), Instant.EPOCH, NOW, UTC);
    return Exit.OK;
  }

  private static int quiet(ContactsQuietCommand command) {
    command.show(moltbot.part(Ties.class), NOW, UTC);
    return Exit.OK;
  }

  private static int top(ContactsTopCommand command) {
    command.show(moltbot.part(Ties.class), NOW, UTC);
    return Exit.OK;
  }

  /** Asking leaves no trace: neither that it was done, nor for whom. */
  @Test
  void putsNoQuestionOnRecord() {
    int entries = moltbot.part(AuditLog.class).tail(1_000).size();
    search("budget", "from:anna");
    run(ContactsShowCommand::new, List.of("shcherbak"), ContactsQuestionsTest::show);
    run(ContactsHistoryCommand::new, List.of("щербак"), ContactsQuestionsTest::history);
    assertThat(moltbot.part(AuditLog.class).tail(1_000)).hasSize(entries);
  }

  @Test
  void showsThatTheSchemasCanFail() throws IOException {
    for (String name : List.of("list", "show", "search", "history", "waiting", "quiet", "top")) {
      assertThat(Schemas.broken("contacts-" + name, "{}")).as(name).isTrue();
    }
  }

  private record Run(int exit, String data, String talk) {}

  /** The command with these arguments, its output caught. */
  private static <T> Run run(Supplier<T> made, List<String> arguments, ToIntFunction<T> work) {
    var data = new ByteArrayOutputStream();
    var talk = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
    try {
      T command = made.get();
      var line = new CommandLine(command);
      line.parseArgs(arguments.toArray(String[]::new));
      int exit = work.applyAsInt(command);
      return new Run(
          exit, data.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
