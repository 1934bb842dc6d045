package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wins, and what is not known. */
class EnvironmentTest {
  private static final Set<String> KNOWN = Set.of("MOLTBOT_HOME", "MOLTBOT_POLL", "MOLTBOT_X");

  @TempDir private Path folder = Path.of("");

  @Test
  void takesTheProcessThenTheFolderThenTheWorkspace() throws IOException {
    write(".openclaw/.env", "MOLTBOT_POLL=1s\nMOLTBOT_X=workspace\n");
    write(".env", "MOLTBOT_POLL=2s\n");
    var read = Environment.read(Map.of(), folder, KNOWN);
    assertThat(read.values())
        .containsEntry("MOLTBOT_POLL", "2s")
        .containsEntry("MOLTBOT_X", "workspace");
    var process = Environment.read(Map.of("MOLTBOT_POLL", "3s"), folder, KNOWN);
    assertThat(process.values()).containsEntry("MOLTBOT_POLL", "3s");
  }

  @Test
  void findsTheWorkspaceWhereHomeSays() throws IOException {
    write(".env", "MOLTBOT_HOME=elsewhere\n");
    assertThat(Environment.read(Map.of(), folder, KNOWN).workspace().home())
        .isEqualTo(folder.resolve("elsewhere"));
  }

  @Test
  void suggestsWhatAMistypedKeyWasMeantToBe() {
    var read = Environment.read(Map.of("MOLTBOT_POL", "1s", "PATH", "/bin"), folder, KNOWN);
    assertThat(read.problems())
        .containsExactly("MOLTBOT_POL is no setting of Moltbot; did you mean MOLTBOT_POLL?");
  }

  @Test
  void knowsEveryKeyOfAFileButOnlyItsOwnOfTheProcess() throws IOException {
    write(".env", "MOTLBOT_POLL=1s\n");
    assertThat(Environment.read(Map.of("LANG", "C"), folder, KNOWN).problems())
        .singleElement()
        .asString()
        .startsWith("MOTLBOT_POLL is no setting");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
