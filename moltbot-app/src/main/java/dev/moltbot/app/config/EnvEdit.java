package dev.moltbot.app.config;

import dev.moltbot.setting.Setting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Sets lines in a settings file at the owner's word. The file is replaced whole: written beside,
 * brought to the disk, renamed. Who dies in between leaves the old one.
 *
 * @param file the settings file; made for the owner alone where there is none
 * @param fresh the text that a new one begins with
 */
public record EnvEdit(Path file, String fresh) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /**
   * Sets these.
   *
   * @return what is wrong and what to do, or empty; then every line reads back as it was given
   */
  public String set(Map<Setting, String> values) {
    try {
      String refusal = refusal(values);
      return refusal.isEmpty() ? replaced(values) : refusal;
    } catch (IOException e) {
      return cannotWrite(e);
    }
  }

  private String refusal(Map<Setting, String> values) throws IOException {
    for (Map.Entry<Setting, String> one : values.entrySet()) {
      if (!EnvText.fits(one.getValue())) {
        return one.getKey().key() + " holds a character that fits no line of a settings file";
      }
    }
    if (Files.isSymbolicLink(file)) {
      return file + " is a link: put a file there, or set MOLTBOT_HOME to where it points";
    }
    return Files.exists(file) ? unfit() : "";
  }

  /** Why what is there is not replaced. */
  private String unfit() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return file + " is no file: move it away";
    }
    if (EnvFile.openToOthers(file)) {
      return file + " can be read by others: run chmod 600 " + file;
    }
    if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE)) {
      return file + " is read-only: run chmod 600 " + file;
    }
    EnvFile now = EnvFile.read(file);
    return now.problems().isEmpty() ? "" : String.join("\n", now.problems());
  }

  private String replaced(Map<Setting, String> values) throws IOException {
    Workspace.create(folder());
    boolean there = Files.exists(file);
    byte[] before = there ? Files.readAllBytes(file) : new byte[0];
    String text = there ? new String(before, StandardCharsets.UTF_8) : fresh;
    for (Map.Entry<Setting, String> one : values.entrySet()) {
      text = EnvText.with(text, one.getKey(), one.getValue());
    }
    if (!readsBack(text, values) || text.length() > EnvFile.MAX_BYTES) {
      return file + " would not read back as it was meant: nothing was written";
    }
    return swap(there, before, text);
  }

  private boolean readsBack(String text, Map<Setting, String> values) {
    EnvFile read = EnvFile.parse(file, text);
    return read.problems().isEmpty()
        && values.entrySet().stream()
            .allMatch(one -> one.getValue().equals(read.values().get(one.getKey().key())));
  }

  private String swap(boolean there, byte[] before, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    try {
      write(beside, text);
      if (there && !Files.getOwner(beside).equals(Files.getOwner(file))) {
        return file + " belongs to " + Files.getOwner(file) + ": run this as that user";
      }
      if (there ? !Arrays.equals(before, Files.readAllBytes(file)) : Files.exists(file)) {
        return file + " was changed at this very moment: nothing was written, try again";
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    bringToDisk(folder());
    return "";
  }

  private static void write(Path beside, String text) throws IOException {
    var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mode = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    try (FileChannel out = FileChannel.open(beside, how, mode)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    // A careful umask may have taken more away than it should.
    Files.setPosixFilePermissions(beside, OWNER_ONLY);
  }

  /** The rename itself; Linux lets a folder be opened for that. */
  private static void bringToDisk(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private Path folder() {
    return file.toAbsolutePath().resolveSibling("");
  }

  private String cannotWrite(IOException e) {
    return e instanceof AtomicMoveNotSupportedException
        ? file + " cannot be replaced in one step here: keep it on a file system of its own folder"
        : file
            + " cannot be written ("
            + e.getClass().getSimpleName()
            + "): let this user write to "
            + folder();
  }
}
