package dev.moltbot.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.moltbot.adapter.postgres.TestDatabase;
import dev.moltbot.domain.audit.Verification;
import dev.moltbot.domain.draft.ReplyPolicy;
import dev.moltbot.embed.Assistant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The examples do what their page says, and the page shows the examples. */
class EmbeddingTest {
  private static final Path PAGE = Path.of("..", "docs", "embedding.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/moltbot/example");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void answersWhatTheDeskAllowsAndNothingElse() {
    try (TestDatabase server = TestDatabase.fresh()) {
      var shop = new TicketChannel("shop");
      var forum = new TicketChannel("forum");
      shop.write("ada", "Where is my parcel?");
      forum.write("bob", "Does it run on a Mac?");
      HelpDesk.answer(server.source(), shop, forum);
      assertThat(shop.answers()).containsExactly("Your parcel is being looked after.");
      assertThat(forum.answers()).isEmpty();
      HelpDesk.answer(server.source(), shop, forum);
      assertThat(shop.answers()).hasSize(1);
    }
  }

  @Test
  void worksByItselfOnceStartedAndKeepsARecord() throws InterruptedException {
    try (TestDatabase server = TestDatabase.fresh()) {
      var shop = new TicketChannel("shop");
      try (Assistant assistant = assistant(server.source(), shop)) {
        assertThatIllegalStateException().isThrownBy(() -> startedThenSettled(assistant));
        shop.write("ada", "Where is my parcel?");
        for (int i = 0; i < 600 && shop.answers().isEmpty(); i++) {
          Thread.sleep(100);
        }
        assertThat(shop.answers()).hasSize(1);
        assertThat(assistant.tally().sent()).isLessThanOrEqualTo(1);
        assertThat(assistant.verifyAudit()).isInstanceOf(Verification.Intact.class);
      }
    }
  }

  private static void startedThenSettled(Assistant assistant) {
    assistant.start();
    assistant.start();
    assistant.settle();
  }

  private static Assistant assistant(DataSource database, TicketChannel shop) {
    return Assistant.on(database)
        .channel(shop, shop)
        .drafter(new CannedDrafter())
        .desk(new Supervisor(List.of("parcel")))
        .replies(new ReplyPolicy(Duration.ZERO, Duration.ofDays(1)))
        .build();
  }

  @Test
  void saysWhichPartIsMissing() {
    var nowhere = new PGSimpleDataSource();
    var shop = new TicketChannel("shop");
    assertThatIllegalStateException()
        .isThrownBy(() -> Assistant.on(nowhere).channel(shop, shop).build())
        .withMessageContaining("a drafter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Assistant.on(nowhere).channel(shop, new TicketChannel("forum")))
        .withMessageContaining("answers as");
  }

  @Test
  void bindsAYesToItsWordsAndSeesAForgedRecord() {
    assertThat(TwoSignatures.released("Pay 100.", "Pay 100.", NOW)).isEqualTo("sendable: Pay 100.");
    assertThat(TwoSignatures.released("Pay 100.", "Pay 900.", NOW)).startsWith("withheld: ");
    assertThat(TwoSignatures.recorded(NOW)).isInstanceOf(Verification.Broken.class);
  }

  @Test
  void isShownOnThePageAsItIs() throws IOException {
    Set<String> written = lines(sources());
    List<String> blocks =
        JAVA.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
    assertThat(written).containsAll(lines(String.join("\n", blocks)));
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.map(EmbeddingTest::read).collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> lines(String text) {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).collect(Collectors.toSet());
  }
}
