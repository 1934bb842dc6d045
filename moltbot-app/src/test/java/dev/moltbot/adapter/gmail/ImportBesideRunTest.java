package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.moltbot.process.Await;
import dev.moltbot.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while {@code moltbot run} has the database: both do their work, in one database. */
@Tag("long")
class ImportBesideRunTest {
  private static final int MAILS = 3_000;

  @TempDir private Path folder = Path.of("");
  private Surroundings world;
  private Program moltbot;

  @BeforeEach
  void start() {
    world = new Surroundings(folder);
    moltbot = world.run();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void joinsTheRunningOneWhichGoesOnAnswering() throws IOException {
    Path mails = mailbox("a", MAILS);
    try (Program importing = world.program("import", "--json", mails.toString())) {
      world.gmail.mailbox.receives("live@example.org", "Could you come at six?");
      world.tap(world.awaitCard("live@example.org"), "Approve");
      world.awaitSent("live@example.org");
      assertThat(importing.awaitExit()).as(importing.talk()).isZero();
      assertThat(importing.talk()).contains("\"added\":" + MAILS);
    }
    assertThat(world.said("contacts", "history", "--limit", "1", "live@example.org"))
        .contains(Surroundings.REPLY);
    assertThat(world.said("contacts", "search", "inimitable17")).contains("Number 17");
    assertThat(world.cards("a17@example.net")).as("old mail asks nothing").isEmpty();
    assertThat(world.said("audit", "verify")).contains("The record holds");
    assertThat(moltbot.stop()).isIn(0, 143);
    assertThat(world.said("contacts", "search", "inimitable17")).contains("Number 17");
  }

  @Test
  void saysInALineThatTheRunningOneWasStoppedAndGoesOnNextTime() throws IOException {
    Path mails = mailbox("b", 3 * MAILS);
    try (Program importing = world.program("import", "--json", mails.toString())) {
      Await.until("people come in", () -> !people().contains("\"total\":0"), importing::talk);
      importing.freeze();
      assertThat(moltbot.stop()).isIn(0, 143);
      importing.thaw();
      assertThat(importing.awaitExit()).as(importing.talk()).isEqualTo(1);
      assertThat(importing.talk()).as("no stack").doesNotContain("\tat ");
      assertThat(importing.talk().lines().toList())
          .last(as(STRING))
          .contains("the database cannot be reached", "type the same command again");
    }
    assertThat(world.said("import", "--json", mails.toString()))
        .contains("\"contacts\":" + 3 * MAILS);
    assertThat(world.said("contacts", "search", "inimitable8999")).contains("Number 8999");
  }

  private String people() {
    return world.said("contacts", "list", "--limit", "0", "--json");
  }

  private Path mailbox(String name, int size) throws IOException {
    String mails =
        IntStream.range(0, size).mapToObj(i -> mail(name, i)).collect(Collectors.joining());
    return Files.writeString(folder.resolve(name + ".mbox"), mails);
  }

  private static String mail(String name, int i) {
    return """
    From - Thu Jan  1 10:00:00 2026
    From: Somebody %1$d <%2$s%1$d@example.net>
    To: owner@example.net
    Subject: Number %1$d
    Date: Thu, 01 Jan 2026 10:%3$02d:%4$02d +0000
    Message-ID: <%2$s%1$d@example.net>

    inimitable%1$d, could you come at six? %5$s

    """
        .formatted(i, name, i / 60 % 60, i % 60, "Please. ".repeat(40));
  }
}
