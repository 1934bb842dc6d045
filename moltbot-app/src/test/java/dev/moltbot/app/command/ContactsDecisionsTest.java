package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.contact.Handle;
import dev.moltbot.domain.contact.Identity;
import dev.moltbot.domain.contact.Mark;
import dev.moltbot.domain.message.ChannelId;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.AuditLog;
import dev.moltbot.port.Contacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the owner decides about people, typed. */
class ContactsDecisionsTest {
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
  private static final Mark HOME = Mark.phone("+380441234567").orElseThrow();

  private TestDatabase database;
  private Moltbot moltbot;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    moltbot = Moltbot.storesOnly(database.stores());
    contacts()
        .observe(
            List.of(
                person("gmail", "yuliia@example.org", "Юлія Щербак"),
                person("telegram", "77", "julia"),
                person("gmail", "anna@example.org", "Anna Bell"),
                person("gmail", "anna@example.com", "Anna Stone"),
                card("c1", "Bo Lee"),
                card("c2", "=cmd|' /C calc'!A0")),
            "a test",
            NOW);
  }

  @AfterEach
  void close() {
    moltbot.close();
    database.close();
  }

  @Test
  void mergesAndSplits() {
    assertThat(merge("Юлія Щербак", "julia").exit()).isZero();
    assertThat(contacts().size()).isEqualTo(5);
    assertThat(merge("Юлія Щербак", "julia").exit()).isEqualTo(Exit.FINDINGS);
    Run split = run(ContactsSplitCommand::new, ContactsSplitCommand::split, "--json", "julia");
    assertThat(split.data()).contains("\"remembered\":false");
    assertThat(contacts().size()).isEqualTo(6);
    assertThat(split("julia").talk()).contains("You merged nothing here");
    assertThat(split("julia", "gmail:who").exit()).isEqualTo(Exit.USAGE);
    assertThat(split("julia", "telegram:77").talk()).contains("Somebody has to stay");
  }

  @Test
  void changesNobodyWhenSeveralMayBeMeant() {
    Run run = merge("anna", "julia");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.talk()).contains("Anna Bell").contains("Anna Stone").contains("Type the id");
    assertThat(merge("nobody at all", "julia").exit()).isEqualTo(Exit.USAGE);
    assertThat(contacts().size()).isEqualTo(6);
  }

  @Test
  void tagsAndNotes() {
    assertThat(tag("julia", "+family", "work").data()).contains("2 tags changed");
    assertThat(tag("julia", "-work", "+hiking").exit()).isZero();
    assertThat(export("--format", "csv").data()).contains("\"family hiking\"");
    assertThat(tag("julia", "+no tag").exit()).isEqualTo(Exit.USAGE);
    assertThat(note("julia", "Likes", "tea").exit()).isZero();
    assertThat(note("julia", "Likes tea").exit()).isEqualTo(Exit.FINDINGS);
    assertThat(note("--name", "julia", "Aunt Yuliia").exit()).isZero();
    assertThat(note("--remove", "Aunt Yuliia", "Likes tea").exit()).isZero();
    assertThat(note("Aunt Yuliia", "x".repeat(2_001)).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void asksAboutSuggestionsOneAtATime() {
    Run list = suggest("", "--json");
    assertThat(list.data()).contains("\"n\":1").contains("the same phone number");
    assertThat(suggest("", "--list").data()).contains("Bo Lee").contains("BECAUSE");
    assertThat(suggest("s\n").talk()).contains("Left for later");
    assertThat(suggest("").data())
        .as("the end of input changes nothing")
        .contains("0 merged, 0 kept");
    assertThat(suggest("", "--accept", "2").exit()).isEqualTo(Exit.USAGE);
    assertThat(suggest("y\n").data()).contains("1 merged");
    assertThat(contacts().size()).isEqualTo(5);
    assertThat(split("Bo Lee").exit()).isZero();
    assertThat(suggest("", "--refuse", "1", "--json").data()).contains("\"refused\":1");
    assertThat(suggest("").talk()).contains("Nobody to decide about");
  }

  @Test
  void forgetsOnlyWhomTheOwnerConfirms() {
    Run asked = forget("yes\n", "julia");
    assertThat(asked.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(contacts().size()).isEqualTo(6);
    String id = asked.talk().lines().findFirst().orElseThrow().replaceFirst(".*type ", "");
    assertThat(forget(id + "\n", "julia").exit()).isZero();
    assertThat(forget("", "--yes", "--json", "anna@example.org").data()).contains("\"handles\":1");
    assertThat(contacts().size()).isEqualTo(4);
    assertThat(moltbot.part(AuditLog.class).tail(99).toString()).doesNotContain("anna");
  }

  @Test
  void exportsForOtherPrograms() {
    note("julia", "tea, milk; and " + "long words ".repeat(20));
    assertThat(export().data().lines()).hasSize(6).allMatch(line -> line.startsWith("{\"id\""));
    assertThat(export("--format", "csv").data())
        .as("no cell is a formula")
        .contains("\"'=cmd|")
        .doesNotContain("\"=cmd|");
    String cards = export("--format", "vcard").data();
    assertThat(cards.split("BEGIN:VCARD\r\n", -1)).hasSize(7);
    assertThat(cards).contains("FN:Юлія Щербак").contains("NOTE:tea\\, milk\\; and");
    assertThat(cards.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(moltbot.part(AuditLog.class).tail(1).getFirst().payload()).contains("\"people\":6");
  }

  @Test
  void keepsItsSchemas() throws IOException {
    keeps("contacts-merge", merge("--json", "Юлія Щербак", "julia"));
    keeps("contacts-split", split("--json", "julia"));
    keeps("contacts-tag", tag("--json", "julia", "+family"));
    keeps("contacts-note", note("--json", "julia", "Likes tea"));
    Run all = export();
    assertThat(all.data().lines()).hasSize(6);
    for (String line : all.data().lines().toList()) {
      keeps("contacts-export", line);
    }
    keeps("contacts-forget", forget("", "--yes", "--json", "julia"));
  }

  private static void keeps(String schema, Run run) throws IOException {
    assertThat(run.exit()).isZero();
    keeps(schema, run.data());
  }

  /** What keeps it, and loses a key, is noticed. */
  private static void keeps(String schema, String json) throws IOException {
    Schemas.assertKeeps(schema, json);
    assertThat(Schemas.broken(schema, json.replaceFirst("\"[a-z]+\":", "\"x\":"))).isTrue();
  }

  private Contacts contacts() {
    return moltbot.part(Contacts.class);
  }

  private Run merge(String... words) {
    return run(ContactsMergeCommand::new, ContactsMergeCommand::merge, words);
  }

  private Run split(String... words) {
    return run(ContactsSplitCommand::new, ContactsSplitCommand::split, words);
  }

  private Run tag(String... words) {
    return run(ContactsTagCommand::new, ContactsTagCommand::tag, words);
  }

  private Run note(String... words) {
    return run(ContactsNoteCommand::new, ContactsNoteCommand::note, words);
  }

  private Run export(String... words) {
    return run(ContactsExportCommand::new, ContactsExportCommand::export, words);
  }

  private Run suggest(String typed, String... words) {
    return typing(
        typed, () -> run(ContactsSuggestCommand::new, ContactsSuggestCommand::suggest, words));
  }

  private Run forget(String typed, String... words) {
    return typing(
        typed, () -> run(ContactsForgetCommand::new, ContactsForgetCommand::forget, words));
  }

  private static Identity person(String channel, String value, String name) {
    return Identity.of(new Handle(new ChannelId(channel), value), new UntrustedText(name), NOW);
  }

  private static Identity card(String id, String name) {
    return new Identity(
        new Handle(new ChannelId("cards"), id),
        new UntrustedText(name),
        Set.of(HOME),
        List.of(),
        NOW);
  }

  private record Run(int exit, String data, String talk) {}

  private static Run typing(String typed, Supplier<Run> work) {
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return work.get();
    } finally {
      System.setIn(in);
    }
  }

  /** The command with these arguments on our stores, its output caught. */
  private <T> Run run(Supplier<T> made, ToIntBiFunction<T, Deciding> work, String... arguments) {
    var data = new ByteArrayOutputStream();
    var talk = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(talk, true, StandardCharsets.UTF_8));
    try {
      T command = made.get();
      var line = new CommandLine(command);
      line.parseArgs(arguments);
      int exit = work.applyAsInt(command, new Deciding(new Shared(), moltbot));
      return new Run(
          exit, data.toString(StandardCharsets.UTF_8), talk.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
