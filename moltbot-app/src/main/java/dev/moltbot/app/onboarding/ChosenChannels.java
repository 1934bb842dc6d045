package dev.moltbot.app.onboarding;

import dev.moltbot.app.config.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which channels the owner wanted, so that the question is asked once. A file a person can read;
 * who deletes it is asked again.
 */
final class ChosenChannels {
  private static final String HEAD =
      "# The channels you chose in moltbot onboard, one a line. Delete this file to be asked again.\n";

  private final Path file;

  ChosenChannels(Workspace workspace) {
    this.file = workspace.home().resolve("onboard.channels");
  }

  /** Empty where nothing was ever chosen; an empty list where none was wanted. */
  Optional<List<String>> read() {
    try {
      return Files.exists(file)
          ? Optional.of(
              Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                  .toList())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps them whole or not at all; returns what is wrong, or empty. */
  String write(Collection<String> names) {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Workspace.create(file.toAbsolutePath().resolveSibling(""));
      Files.writeString(beside, HEAD + String.join("\n", names) + "\n", StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
      return "";
    } catch (IOException e) {
      return file + " cannot be written (" + e.getClass().getSimpleName() + ")";
    }
  }
}
