package dev.moltbot.adapter.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moltbot.port.BackupRefused;
import dev.moltbot.port.Snapshots;
import dev.moltbot.port.Vault;
import dev.moltbot.wire.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is whole or refused, opens for its recipients only, and plain {@code age} reads it. */
class AgeVaultTest {
  private static final Instant NOW = Instant.parse("2026-05-05T12:00:00Z");
  private static final String CANARY = "kanarek@example.org";

  /** Several parts, and many pieces of the encryption: a cut can fall between them. */
  private static final byte[] ROWS = rows();

  private final BackupConfig.KeyPair mine = BackupConfig.newKey();
  private final BackupConfig.KeyPair other = BackupConfig.newKey();
  @TempDir private Path folder = Path.of("");

  private static byte[] rows() {
    var random = new Random(7);
    var rows = new StringBuilder();
    for (int row = 0; row < 120_000; row++) {
      rows.append(Long.toHexString(random.nextLong())).append("\t" + CANARY + " \\n \\\\N\n");
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void givesBackWhatWentIn() throws IOException {
    Path identity = Files.writeString(folder.resolve("identity.md"), "I am Олена.");
    var kept = List.of(new BackupConfig.Kept("identity.md", identity));
    var config = BackupConfig.sealing(file(), List.of(mine.recipient()), kept, "7");
    var sealed = new AgeVault(config).seal(new Rows(ROWS), NOW);
    var heard = new Heard();
    var contents = open(file(), heard, mine.key());
    assertThat(heard.rows.get("big")).isEqualTo(ROWS);
    assertThat(heard.rows.get("none")).isEmpty();
    assertThat(heard.said).containsExactly("013", "none 0", "big 120000", "n 7 true");
    assertThat(heard.files).containsEntry("identity.md", "I am Олена.");
    assertThat(contents.sha256()).isEqualTo(sealed.sha256());
    assertThat(contents.madeAt()).isEqualTo(NOW);
    assertThat(contents.rows()).isEqualTo(sealed.rows()).isEqualTo(120_000);
    assertThat(sealed.bytes()).isEqualTo(Files.size(file()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  /** Neither as it stands, nor in the packed form, is there a word of anybody in it. */
  @Test
  void showsNothingToAnybodyElse() throws IOException {
    seal(mine.recipient());
    String bytes = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("age-encryption.org/v1").doesNotContain(CANARY, "moltbot");
    assertThatThrownBy(() -> open(file(), new Heard(), other.key()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("none of the keys given opens it");
  }

  @Test
  void opensForEachOfItsRecipients() throws IOException {
    seal(mine.recipient(), other.recipient());
    assertThat(open(file(), new Heard(), mine.key()).rows()).isEqualTo(120_000);
    assertThat(open(file(), new Heard(), other.key()).rows()).isEqualTo(120_000);
  }

  /** Wherever it is cut, within the head, a part, between chunks, at the last byte. */
  @Test
  void refusesAFileThatWasCut() throws IOException {
    seal(mine.recipient());
    byte[] whole = Files.readAllBytes(file());
    int head = new String(whole, StandardCharsets.ISO_8859_1).indexOf("---");
    for (int length :
        new int[] {
          0, 10, head, head + 60, head + 16 + 65_552, whole.length / 2, whole.length - 1
        }) {
      int kept = Math.min(length, whole.length - 1);
      assertRefused(Arrays.copyOf(whole, kept), "cut to " + kept);
    }
    assertRefused(Arrays.copyOf(whole, whole.length + 1), "a byte longer");
    assertThat(open(file(), new Heard(), mine.key()).rows()).isEqualTo(120_000);
  }

  /** One bit, in every part of the file. */
  @Test
  void refusesAFileThatWasChanged() throws IOException {
    seal(mine.recipient());
    byte[] whole = Files.readAllBytes(file());
    int steps = 120;
    for (int step = 0; step < steps; step++) {
      byte[] changed = whole.clone();
      int at = (int) ((long) step * (whole.length - 1) / (steps - 1));
      changed[at] ^= (byte) (1 << step % 8);
      assertRefused(changed, "bit " + step % 8 + " of byte " + at);
    }
  }

  private void assertRefused(byte[] bytes, String as) throws IOException {
    Path spoiled = Files.write(folder.resolve("spoiled"), bytes);
    assertThatThrownBy(() -> open(spoiled, new Heard(), mine.key()))
        .as(as)
        .isInstanceOf(BackupRefused.class)
        .message()
        .contains("cannot be restored: ")
        .doesNotContain("\n");
  }

  @Test
  void neverWritesOverAFileAndLeavesNothingHalf() throws IOException {
    Files.writeString(file(), "older");
    assertThatThrownBy(() -> seal(mine.recipient()))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("is there already");
    assertThat(file()).hasContent("older");
    Files.delete(file());
    Snapshots failing =
        into -> {
          new Rows(ROWS).copy(into);
          throw new IllegalStateException("the database went away");
        };
    var config = BackupConfig.sealing(file(), List.of(mine.recipient()), List.of(), "7");
    assertThatThrownBy(() -> new AgeVault(config).seal(failing, NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesToWriteForNobody() {
    var config = BackupConfig.sealing(file(), List.of(), List.of(), "7");
    assertThatThrownBy(() -> new AgeVault(config).seal(new Rows(ROWS), NOW))
        .isInstanceOf(BackupRefused.class);
    assertThat(file()).doesNotExist();
  }

  @Test
  void knowsMistypedKeys() {
    String recipient = mine.recipient();
    String key = mine.key().reveal();
    assertThat(BackupConfig.isRecipient(recipient)).isTrue();
    assertThat(BackupConfig.isKey(key)).isTrue();
    String end = recipient.endsWith("q") ? "p" : "q";
    assertThat(BackupConfig.isRecipient(recipient.substring(0, 61) + end)).isFalse();
    assertThat(BackupConfig.isRecipient(key)).isFalse();
    assertThat(BackupConfig.isKey(recipient)).isFalse();
    assertThat(BackupConfig.isKey(key.substring(0, 73) + (key.endsWith("Q") ? "P" : "Q")))
        .isFalse();
    assertThat(BackupConfig.isKey("")).isFalse();
  }

  /** Whoever knows a recipient can write an archive: no name in one leads out of the workspace. */
  @Test
  void takesNoNameThatLeadsElsewhere() {
    assertThat(Entries.fileOf("moltbot-backup/files/skills/gmail.md")).isEqualTo("skills/gmail.md");
    for (String name :
        List.of("../x", "a/../../x", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\nb", "", "..")) {
      assertThat(Entries.fileOf("moltbot-backup/files/" + name)).as(name).isEmpty();
    }
  }

  /** Debian's {@code age} and {@code tar} read it; without Moltbot, Java or this project. */
  @Test
  void isReadByTheRealAge() throws IOException, InterruptedException {
    assumeTrue(found("age"), "no age on this machine: apt-get install age");
    seal(mine.recipient());
    Path key = Files.writeString(folder.resolve("key"), "# mine\n" + mine.key().reveal() + "\n");
    run("age -d -i " + key + " " + file() + " | tar xz");
    var found = new ByteArrayOutputStream();
    Path parts = folder.resolve("moltbot-backup/tables/big");
    try (var files = Files.list(parts)) {
      for (Path part : (Iterable<Path>) files.sorted()::iterator) {
        found.write(Files.readAllBytes(part));
      }
    }
    assertThat(found.toByteArray()).isEqualTo(ROWS);
    assertThat(folder.resolve("moltbot-backup/manifest.json"))
        .content()
        .contains("\"rows\":120000");
  }

  /** And the other way round: what {@code age} made is opened with a key of {@code age-keygen}. */
  @Test
  void takesKeysOfTheRealAge() throws IOException, InterruptedException {
    assumeTrue(found("age-keygen"), "no age-keygen on this machine: apt-get install age");
    run("age-keygen -o made.key 2>/dev/null && age-keygen -y made.key > made.recipient");
    String recipient = Files.readString(folder.resolve("made.recipient")).strip();
    String key = Files.readAllLines(folder.resolve("made.key")).getLast();
    assertThat(BackupConfig.isRecipient(recipient)).isTrue();
    seal(recipient);
    assertThat(open(file(), new Heard(), Secret.of(key)).rows()).isEqualTo(120_000);
  }

  private static boolean found(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private void run(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private void seal(String... recipients) {
    var config = BackupConfig.sealing(file(), List.of(recipients), List.of(), "7");
    new AgeVault(config).seal(new Rows(ROWS), NOW);
  }

  private Path file() {
    return folder.resolve("backup.tar.gz.age");
  }

  private static Vault.Contents open(Path file, Heard heard, Secret... keys) {
    return new AgeVault(BackupConfig.opening(file, List.of(keys)))
        .open(
            heard,
            (name, content) -> heard.files.put(name, new String(content, StandardCharsets.UTF_8)));
  }

  /** An empty table and a large one. */
  private static final class Rows implements Snapshots {
    private final byte[] bytes;

    Rows(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void copy(Sink into) {
      Table none = new Table("none", List.of("a"));
      Table big = new Table("big", List.of("a", "b"));
      into.begin(new Layout("013", List.of(none, big)));
      into.end(none, 0);
      for (int from = 0; from < bytes.length; from += 60_000) {
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 60_000));
        into.rows(big, piece, piece.length);
      }
      into.end(big, 120_000);
      into.sequences(List.of(new Sequence("n", 7, true)));
    }
  }

  private static final class Heard implements Snapshots.Sink {
    final Map<String, byte[]> rows = new TreeMap<>();
    final Map<String, String> files = new TreeMap<>();
    final List<String> said = new ArrayList<>();
    private ByteArrayOutputStream current = new ByteArrayOutputStream();

    @Override
    public void begin(Snapshots.Layout layout) {
      said.add(layout.schema());
    }

    @Override
    public void rows(Snapshots.Table table, byte[] bytes, int length) {
      current.write(bytes, 0, length);
    }

    @Override
    public void end(Snapshots.Table table, long count) {
      rows.put(table.name(), current.toByteArray());
      current = new ByteArrayOutputStream();
      said.add(table.name() + " " + count);
    }

    @Override
    public void sequences(List<Snapshots.Sequence> sequences) {
      sequences.forEach(one -> said.add(one.name() + " " + one.value() + " " + one.used()));
    }
  }
}
