package dev.moltbot.adapter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.moltbot.domain.egress.Refusal;
import dev.moltbot.port.GatewayLog.Mark;
import dev.moltbot.port.GatewayLog.Piece;
import dev.moltbot.port.GatewayLog.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as Squid writes them, and as it does not. */
class RefusalLogTest {
  @TempDir private Path folder = Path.of("");
  private Mark mark = Mark.BEGINNING;
  private long unreadable;
  private int replaced;

  @Test
  void readsWhatWasRefused() throws IOException {
    write(line("3128", "POST", "evil.example", "evil.example", "-", "ERR_ACCESS_DENIED"));
    assertThat(read())
        .containsExactly(
            new Refusal("gateway", "moltbot", "POST", "evil.example", "not on the allow-list"));
  }

  @Test
  void readsWhatTheWardenSaid() throws IOException {
    String why = "this%20key%20is%20not%20ours";
    write(line("3129", "POST", "api.anthropic.com", "-", why, "-"));
    assertThat(read())
        .containsExactly(
            new Refusal("gateway", "tokens", "POST", "api.anthropic.com", "this key is not ours"));
  }

  @Test
  void showsAnotherNameInTls() throws IOException {
    write(line("3128", "GET", "evil.example", "api.anthropic.com", "-", "ERR_ACCESS_DENIED"));
    assertThat(read().getFirst().host()).isEqualTo("evil.example (TLS: api.anthropic.com)");
  }

  /** A far side that is not there, its own 403, and Squid's dealings with itself. */
  @ParameterizedTest
  @CsvSource({
    "api.anthropic.com, -, ERR_DNS_FAIL",
    "api.anthropic.com, -, ERR_CONNECT_FAIL",
    "api.anthropic.com, -, -",
    "-, -, ERR_ACCESS_DENIED"
  })
  void isSilentAboutWhatIsNoRefusal(String host, String why, String error) throws IOException {
    write(line("3128", "GET", host, "-", why, error));
    assertThat(read()).isEmpty();
    assertThat(unreadable).isZero();
    assertThat(mark).isNotEqualTo(Mark.BEGINNING);
  }

  /** A far side's certificate that is not believed is no failure of the line. */
  @Test
  void tellsOfACertificateThatIsNotBelieved() throws IOException {
    write(line("3128", "GET", "api.anthropic.com", "-", "-", "ERR_SECURE_CONNECT_FAIL"));
    assertThat(read()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{\"door\":3128}",
        "\"text\"",
        "{\"host\":",
        "{\"door\":\"3128\",\"method\":\"GET\",\"host\":[\"a\"],\"sni\":\"-\",\"why\":\"-\","
            + "\"error\":\"E\"}"
      })
  void countsWhatItCannotRead(String odd) throws IOException {
    write(odd + "\n" + named("a.example") + odd + "\n" + named("b.example"));
    assertThat(read()).extracting(Refusal::host).containsExactly("a.example", "b.example");
    assertThat(unreadable).isEqualTo(2);
  }

  @Test
  void countsWhatIsTooDeepOrTooLong() throws IOException {
    write("[".repeat(60_000) + "\n" + "x".repeat(200_000) + "\n" + named("a.example"));
    assertThat(read()).extracting(Refusal::host).containsExactly("a.example");
    assertThat(unreadable).isPositive();
  }

  @Test
  void waitsForTheEndOfALine() throws IOException {
    String whole = named("a.example");
    write(whole.substring(0, 30));
    assertThat(read()).isEmpty();
    write(whole.substring(30));
    assertThat(read()).hasSize(1);
    assertThat(unreadable).isZero();
  }

  @Test
  void readsEachLineOnce() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      write(named("host" + i + ".example"));
      if (i % 700 == 0) {
        assertThat(read()).hasSize(i == 0 ? 1 : 700);
      }
    }
    assertThat(read()).hasSize(199).last().extracting(Refusal::host).isEqualTo("host2999.example");
    assertThat(read()).isEmpty();
  }

  /** Squid renames the file and begins a new one. */
  @Test
  void readsAnOldFileToItsEndFirst() throws IOException {
    write(named("a.example"));
    read();
    write(named("b.example"));
    rotate();
    assertThat(read()).extracting(Refusal::host).containsExactly("b.example");
    write(named("c.example"));
    rotate();
    write(named("d.example"));
    assertThat(read()).extracting(Refusal::host).containsExactly("c.example", "d.example");
    assertThat(replaced).isZero();
  }

  @Test
  void countsALineThatAnOldFileBrokeOff() throws IOException {
    write(named("a.example") + "{\"at\":\"20");
    read();
    rotate();
    write(named("b.example"));
    assertThat(read()).extracting(Refusal::host).containsExactly("b.example");
    assertThat(unreadable).isEqualTo(1);
  }

  @Test
  void saysThatALogWasCut() throws IOException {
    write(named("a.example") + named("b.example"));
    read();
    Files.writeString(file(), named("c.example"));
    assertThat(read()).extracting(Refusal::host).containsExactly("c.example");
    assertThat(replaced).isEqualTo(1);
  }

  /** Its size alone would not tell. */
  @Test
  void saysThatALogIsAnother() throws IOException {
    write(named("a.example"));
    read();
    Files.writeString(file(), named("c.example") + named("d.example") + named("e.example"));
    assertThat(read()).hasSize(3);
    assertThat(replaced).isEqualTo(1);
  }

  @Test
  void waitsForALogThatIsNotThere() throws IOException {
    assertThat(read()).isEmpty();
    write(named("a.example"));
    read();
    Files.delete(file());
    assertThat(read()).isEmpty();
    write(named("b.example"));
    assertThat(read()).hasSize(1);
    assertThat(replaced).isEqualTo(1);
  }

  /** A log that is not there yet is nothing to speak of; a setting that leads nowhere is. */
  @Test
  void saysThatItsFolderIsNotThere() {
    var log = new RefusalLog(folder.resolve("gone/refusals.jsonl"));
    assertThatThrownBy(() -> log.after(mark))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("folder");
  }

  @Test
  void isNotFooledByAFolder() throws IOException {
    Files.createDirectory(file());
    assertThat(read()).isEmpty();
  }

  @Test
  void saysThatItMayNotRead() throws IOException {
    write(named("a.example"));
    Files.setPosixFilePermissions(file(), Set.of());
    assumeFalse(Files.isReadable(file()), "root reads everything");
    assertThatThrownBy(this::read).isInstanceOf(Unreadable.class);
  }

  /** As the flow does, until there is nothing new. */
  private List<Refusal> read() {
    var all = new ArrayList<Refusal>();
    var log = new RefusalLog(file());
    for (Piece piece = log.after(mark); !piece.next().equals(mark); piece = log.after(mark)) {
      all.addAll(piece.refusals());
      unreadable += piece.unreadable();
      replaced += piece.replaced() ? 1 : 0;
      mark = piece.next();
    }
    return all;
  }

  private Path file() {
    return folder.resolve("refusals.jsonl");
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    for (int age = 8; age >= 0; age--) {
      Path old = folder.resolve("refusals.jsonl." + age);
      if (Files.exists(old)) {
        Files.move(old, folder.resolve("refusals.jsonl." + (age + 1)));
      }
    }
    Files.move(file(), folder.resolve("refusals.jsonl.0"), StandardCopyOption.ATOMIC_MOVE);
    Files.createFile(file());
  }

  private static String named(String host) {
    return line("3128", "GET", host, "-", "-", "ERR_ACCESS_DENIED");
  }

  private static String line(
      String door, String method, String host, String sni, String why, String error) {
    return "{\"at\":\"2026-11-23T15:40:45.449Z\",\"door\":\"%s\",\"method\":\"%s\",\"host\":\"%s\",\"sni\":\"%s\",\"status\":403,\"why\":\"%s\",\"error\":\"%s\"}\n"
        .formatted(door, method, host, sni, why, error);
  }
}
