package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.app.runtime.Installed;
import dev.moltbot.setting.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person wrote into a settings file stays as it was, but for the lines that are set. */
class EnvEditTest {
  private static final Setting A = Setting.secret("MOLTBOT_A", "a key");
  private static final Setting B = Setting.optional("MOLTBOT_B", "a zone", "UTC");

  /** Whatever a person may leave in such a file, and what is found at the ends of lines. */
  private static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "\t",
          "# MOLTBOT_A is the key, see page 3",
          "#MOLTBOT_A=an older key of mine",
          "  # indented",
          "#",
          "##MOLTBOT_B=UTC",
          "OTHER=a=b=c",
          "OTHER2='MOLTBOT_A=x'",
          "  export  OTHER3 = \"spaced\"  ",
          "MOLTBOT_AB=prefix of none",
          "# Юлія, дякую \u00e9\u200d",
          "OTHER4=\u0442\u0435\u0441\u0442\r",
          "LONG=" + "x".repeat(300));

  /** Values that are awkward to write down. */
  private static final List<String> VALUES =
      List.of(
          "",
          "123:ABC-def_9",
          " leading and trailing ",
          "with # and = and $HOME and `x` and \\n",
          "'",
          "\"",
          "it's",
          "\"quoted\"",
          "'both\" kinds'",
          "'\"",
          "\"'",
          "\u043a\u043b\u044e\u0447 \u00e9 \ud83d\ude00",
          "#no comment",
          "export X=1",
          "\u2003em space\u2003",
          "a".repeat(8_000));

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void choose() {
    file = folder.resolve(".env");
  }

  @Test
  void changesOneLineOfAnyFileAndReadsBackAnyValue() throws IOException {
    var random = new Random(5);
    for (int round = 0; round < 400; round++) {
      List<String> lines = awkwardLines(random);
      int at = random.nextInt(lines.size() + 1);
      String key =
          List.of("MOLTBOT_A=", "MOLTBOT_A = old", " export MOLTBOT_A='old'").get(round % 3);
      lines.add(at, key);
      String end = round % 2 == 0 ? "\n" : "\r\n";
      String last = round % 5 == 0 ? "" : end;
      write(String.join(end, lines) + last);
      String value = VALUES.get(round % VALUES.size());

      assertThat(set(A, value)).isEmpty();

      String before = String.join("", lines.subList(0, at).stream().map(one -> one + end).toList());
      String behind = String.join(end, lines.subList(at + 1, lines.size()));
      assertThat(text()).startsWith(before).endsWith(behind + last);
      assertThat(text().substring(before.length(), text().length() - (behind + last).length()))
          .startsWith(key.substring(0, key.indexOf('=') + 1))
          .doesNotContain("old");
      assertThat(EnvFile.read(file).problems()).isEmpty();
      assertThat(EnvFile.read(file).values()).containsEntry("MOLTBOT_A", value);
    }
  }

  @Test
  void keepsEveryByteAroundTheLine() throws IOException {
    write("# mine\r\n\r\n  MOLTBOT_A = old  \r\n#MOLTBOT_B=UTC\r\nOTHER='x'   \r\n# end");
    assertThat(set(A, "new")).isEmpty();
    assertThat(text())
        .isEqualTo("# mine\r\n\r\n  MOLTBOT_A =new\r\n#MOLTBOT_B=UTC\r\nOTHER='x'   \r\n# end");
  }

  @Test
  void fillsAnExampleInWhereItStands() throws IOException {
    write("# zone\n#MOLTBOT_B=UTC\n\n# key\n# MOLTBOT_A=\nOTHER=1\n");
    assertThat(new EnvEdit(file, "").set(Map.of(A, "k", B, "Europe/Kyiv"))).isEmpty();
    assertThat(text()).isEqualTo("# zone\nMOLTBOT_B=Europe/Kyiv\n\n# key\nMOLTBOT_A=k\nOTHER=1\n");
  }

  @Test
  void leavesACommentWithAValueOfTheOwnersAlone() throws IOException {
    write("#MOLTBOT_A=the one from March\n#MOLTBOT_B=Europe/Paris");
    assertThat(set(A, "k")).isEmpty();
    assertThat(set(B, "UTC")).isEmpty();
    assertThat(text())
        .isEqualTo(
            "#MOLTBOT_A=the one from March\n#MOLTBOT_B=Europe/Paris\nMOLTBOT_A=k\nMOLTBOT_B=UTC\n");
  }

  @Test
  void prefersTheLineThatIsSetToAnExampleBeforeIt() throws IOException {
    write("#MOLTBOT_A=\nMOLTBOT_A=old\n");
    assertThat(set(A, "new")).isEmpty();
    assertThat(text()).isEqualTo("#MOLTBOT_A=\nMOLTBOT_A=new\n");
  }

  @Test
  void makesANewOneForTheOwnerAloneFromAllSettingsThereAre() throws IOException {
    file = folder.resolve("home").resolve(".env");
    String fresh = EnvExample.text(Installed.settings());
    var values = new LinkedHashMap<Setting, String>();
    Installed.settings().values().stream()
        .flatMap(List::stream)
        .forEach(setting -> values.put(setting, "value of " + setting.key()));
    assertThat(new EnvEdit(file, fresh).set(values)).isEmpty();
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("home"))).isEqualTo("rwx------");
    assertThat(text().lines().filter(line -> line.startsWith("# ")))
        .containsExactlyElementsOf(fresh.lines().filter(line -> line.startsWith("# ")).toList());
    assertThat(text().lines()).hasSameSizeAs(fresh.lines().toList());
    values.forEach((setting, value) ->
        assertThat(EnvFile.read(file).values()).containsEntry(setting.key(), value));
  }

  @Test
  void refusesWhatItMustNotReplaceAndSaysWhatToDo() throws IOException {
    write("MOLTBOT_A=old\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(set(A, "new")).contains("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(set(A, "new")).contains("read-only").contains("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.env"), file);
    assertThat(new EnvEdit(link, "").set(Map.of(A, "new"))).contains("is a link");
    Path nowhere = Files.createSymbolicLink(folder.resolve("dead.env"), folder.resolve("none"));
    assertThat(new EnvEdit(nowhere, "").set(Map.of(A, "new"))).contains("is a link");
    Path other = Files.createDirectory(folder.resolve("folder.env"));
    assertThat(new EnvEdit(other, "").set(Map.of(A, "new"))).contains("is no file");
    assertThat(text()).isEqualTo("MOLTBOT_A=old\n");
  }

  @Test
  void refusesAFileThatMakesNoSenseInsteadOfMendingIt() throws IOException {
    write("MOLTBOT_A=1\nMOLTBOT_A=2\n");
    assertThat(set(A, "new")).contains(":2 sets MOLTBOT_A a second time");
    Files.write(file, new byte[] {'#', (byte) 0xFF, '\n'});
    assertThat(set(A, "new")).contains("cannot be read");
    assertThat(Files.readAllBytes(file)).containsExactly('#', 0xFF, '\n');
  }

  @Test
  void refusesAValueThatFitsNoLineAndDoesNotQuoteIt() throws IOException {
    write("# mine\n");
    for (String value : List.of("two\nlines", "a\rb", "nul\0", "half \ud83d")) {
      assertThat(set(A, value)).contains("MOLTBOT_A").doesNotContain("lines", "nul", "half");
    }
    assertThat(text()).isEqualTo("# mine\n");
  }

  @Test
  void leavesNothingBesideAndTakesAwayWhatADeadOneLeft() throws IOException {
    write("MOLTBOT_A=old\n");
    Files.writeString(folder.resolve(".env.new"), "MOLTBOT_A=half");
    assertThat(set(A, "new")).isEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  private static List<String> awkwardLines(Random random) {
    var lines = new ArrayList<String>();
    int count = random.nextInt(8);
    var used = new ArrayList<>(AWKWARD);
    for (int i = 0; i < count; i++) {
      String line = used.remove(random.nextInt(used.size()));
      lines.add(line);
    }
    return lines;
  }

  private String set(Setting setting, String value) {
    return new EnvEdit(file, "").set(Map.of(setting, value));
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String text() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
