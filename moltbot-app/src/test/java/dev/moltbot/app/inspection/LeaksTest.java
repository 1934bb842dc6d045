package dev.moltbot.app.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.app.inspection.LeakFaults.Leak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A credential is found where none belongs, by the check of that place alone; nothing quotes it.
 */
class LeaksTest {
  @TempDir Path folder;

  static List<Leak> leaks() {
    return LeakFaults.ALL;
  }

  /** Credentials where they belong, and a backup that nobody can read. */
  @BeforeEach
  void setUp() throws IOException {
    String env =
        "MOLTBOT_ANTHROPIC_KEY=%s\nMOLTBOT_IMAP_PASSWORD=%s\nMOLTBOT_GMAIL_CLIENT_SECRET=%s\n"
            .formatted(LeakFaults.KEY, LeakFaults.PASSWORD, "held-by-the-broker");
    secret(".openclaw/.env", env);
    secret("channels/gmail/refresh-token", "1//" + "0" + LeakFaults.KEY.substring(20, 90));
    write(".openclaw/logs/actions.log", "{\"seq\":1}\nMOLTBOT_GMAIL_CLIENT_SECRET is set\n");
    write(".openclaw/reports/report.html", "<p>held-by-the-broker");
    write(".openclaw/backups/one.age", "age-encryption.org/v1\n" + LeakFaults.KEY);
    write(".openclaw/data/PG_VERSION", "18\n");
    write("security/image/moltbot.jar", "PK");
  }

  @Test
  void findsNothingWhereCredentialsAreInTheirPlace() throws InterruptedException {
    Findings findings = look();
    assertThat(findings.toMend()).isEmpty();
    assertThat(findings.of(Status.PASS)).hasSize(7);
    assertThat(findings.of(Status.SKIP))
        .extracting(one -> one.check().id())
        .containsExactly("secrets.in-history");
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void findsEachInItsPlaceAndQuotesNothing(Leak leak) throws Exception {
    assumeTrue(
        !leak.where().equals("history") || LeakFaults.git(folder, "version"),
        "git is not installed");
    leak.plant().in(folder);
    Findings findings = look();
    assertThat(findings.toMend())
        .extracting(one -> one.check().id())
        .containsExactly("secrets.in-" + leak.where());
    assertThat(findings.bad(false)).isTrue();
    assertThat(findings.fields().toString())
        .contains("line")
        .doesNotContain(LeakFaults.KEY.substring(10, 30), LeakFaults.PASSWORD.substring(12));
  }

  @Test
  void namesWhatItCouldNotRead() throws Exception {
    write(".openclaw/logs/broken.gz", "\u001f");
    Files.write(folder.resolve(".openclaw/logs/broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Finding one = look().toMend().getFirst();
    assertThat(one.status()).isEqualTo(Status.WARN);
    assertThat(one.outcome().seen()).contains("broken.gz");
  }

  @Test
  void runsOnlyWhenAskedFor() throws InterruptedException {
    assertThat(Inspection.run(Leaks.CHECKS, scene(), false).of(Status.SKIP)).hasSize(8);
  }

  private Findings look() throws InterruptedException {
    return Inspection.run(Leaks.CHECKS, scene(), true);
  }

  private Scene scene() {
    return Scene.of(
        new Site(
            folder,
            folder,
            folder,
            folder.resolve("docker.sock"),
            Map.of(),
            () -> Instant.parse("2026-11-23T12:00:00Z")));
  }

  private void secret(String name, String text) throws IOException {
    write(name, text);
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
  }

  private void write(String name, String text) throws IOException {
    LeakFaults.write(folder, name, text.getBytes(UTF_8));
  }
}
