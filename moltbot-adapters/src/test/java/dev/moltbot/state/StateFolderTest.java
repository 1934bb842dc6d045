package dev.moltbot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {
  @TempDir private Path root;
  private StateFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new StateFolders(root.resolve("channels")).of(new ChannelId("viber"));
  }

  @Test
  void makesNothingBeforeSomethingIsKept() throws IOException {
    assertThat(folder.read("token")).isEmpty();
    assertThat(folder.names()).isEmpty();
    folder.delete("token");
    assertThat(root.resolve("channels")).doesNotExist();
  }

  @Test
  void keepsFilesAndFoldersToTheirOwnerAlone() throws IOException {
    StateFolder spool = folder.within("spool");
    spool.write("one", bytes("1"));
    assertThat(mode(spool.path().resolve("one"))).isEqualTo("rw-------");
    assertThat(mode(spool.path())).isEqualTo("rwx------");
    assertThat(mode(folder.path())).isEqualTo("rwx------");
    assertThat(mode(root.resolve("channels"))).isEqualTo("rwx------");
  }

  @Test
  void replacesAFileAndKeepsItPrivate() throws IOException {
    folder.write("token", bytes("old"));
    folder.write("token", bytes("new"));
    assertThat(folder.read("token")).hasValue(bytes("new"));
    assertThat(mode(folder.path().resolve("token"))).isEqualTo("rw-------");
    assertThat(folder.names()).containsExactly("token");
  }

  /** What a crash between the write and the rename leaves. */
  @Test
  void givesTheOldFileWhileTheNewOneIsHalfWritten() throws IOException {
    folder.write("token", bytes("old"));
    Files.writeString(folder.path().resolve("token.new"), "ha");
    assertThat(folder.read("token")).hasValue(bytes("old"));
    assertThat(folder.names()).containsExactly("token");
    folder.write("token", bytes("new"));
    assertThat(folder.read("token")).hasValue(bytes("new"));
  }

  @Test
  void leavesTheOldFileWhenTheDiskRefuses() throws IOException {
    folder.write("token", bytes("old"));
    Files.createDirectories(folder.path().resolve("token.new/taken"));
    assertThatThrownBy(() -> folder.write("token", bytes("new"))).isInstanceOf(IOException.class);
    assertThat(folder.read("token")).hasValue(bytes("old"));
  }

  @Test
  void refusesAFileOverItsLimit() {
    assertThatThrownBy(() -> folder.write("big", new byte[StateFolder.MAX_BYTES + 1]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(String.valueOf(StateFolder.MAX_BYTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../token", "a/b", ".hidden", "nul\0"})
  void takesNoNameThatLeadsElsewhere(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> folder.read(name));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.write(name, bytes("x")));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.delete(name));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.within(name));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
