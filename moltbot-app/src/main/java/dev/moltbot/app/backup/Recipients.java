package dev.moltbot.app.backup;

import dev.moltbot.adapter.backup.BackupConfig;
import dev.moltbot.app.config.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Who can open a backup: {@code backup.recipients} in the workspace, in the form that {@code age
 * -R} reads. Only public halves; the keys themselves are nowhere on this machine.
 *
 * @param all {@code age1...}, one each
 * @param problems what stands there besides, by line
 */
public record Recipients(List<String> all, List<String> problems) {

  public Recipients {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /** Reads them; none when there is no such file. */
  public static Recipients read(Workspace workspace) throws IOException {
    var all = new ArrayList<String>();
    var problems = new ArrayList<String>();
    Path file = workspace.recipients();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (BackupConfig.isRecipient(line)) {
        all.add(line);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        problems.add(
            file
                + ":"
                + (i + 1)
                + " is no recipient of the form age1... (X25519); mend or remove the line");
      }
    }
    return new Recipients(all, problems);
  }

  /** Adds one; those that are there stay. */
  public static void add(Workspace workspace, String recipient, String remark) throws IOException {
    Path file = workspace.recipients();
    if (!Files.exists(file)) {
      var mode = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
    }
    String lines = "# " + remark + "\n" + recipient + "\n";
    Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }
}
