package dev.moltbot.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void makesWhatIsMissingForTheOwnerAlone() throws IOException {
    var workspace = new Workspace(folder.resolve("home"));
    assertThat(workspace.prepare()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.logs())))
        .isEqualTo("rwx------");
  }

  @Test
  void namesTheMountWhereItsOwnFolderCannotBeWritten() throws IOException {
    assumeFalse(new UnixSystem().getUid() == 0, "skipped: root may write everywhere");
    Path home = closed("home");
    assertThat(new Workspace(home).prepare())
        .isEqualTo(
            "cannot write to %1$s: the file system is read-only; mount a folder there (docker run"
                    .formatted(home)
                + " -v $(pwd)/%1$s:%1$s:rw), or set MOLTBOT_HOME to a folder that this user may"
                    .formatted(home)
                + " write.");
  }

  @Test
  void namesEveryFolderThatIsSomebodyElses() {
    assumeFalse(new UnixSystem().getUid() == 0, "skipped: root may write everywhere");
    Path others = Path.of("/usr");
    assumeTrue(Files.exists(others) && !Files.isWritable(others), "skipped: /usr is ours here");
    assertThat(Rights.complaint(List.of(others, folder)))
        .isEqualTo(
            "cannot write to /usr: run sudo chown -R "
                + new UnixSystem().getUid()
                + " /usr, or set MOLTBOT_HOME to a folder that this user may write.");
  }

  private Path closed(String name) throws IOException {
    return Files.createDirectory(
        folder.resolve(name),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
  }
}
