package dev.moltbot.app.config;

import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Who Moltbot writes as.
 *
 * @param identity the text of {@code identity.md}, or empty
 * @param skills how to write on a channel: the text of {@code skills/<channel>.md}
 */
public record Persona(String identity, Map<ChannelId, String> skills) {
  private static final String SUFFIX = ".md";

  public Persona {
    skills = Map.copyOf(skills);
  }

  /** Reads the owner's files; what is not there is empty. */
  public static Persona read(Workspace workspace) {
    try {
      return new Persona(text(workspace.identity()), skills(workspace.skills()));
    } catch (IOException e) {
      throw new UncheckedIOException("the workspace's texts cannot be read", e);
    }
  }

  private static Map<ChannelId, String> skills(Path folder) throws IOException {
    var skills = new HashMap<ChannelId, String>();
    if (!Files.isDirectory(folder)) {
      return skills;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        skills.put(new ChannelId(name.substring(0, name.length() - SUFFIX.length())), text(file));
      }
    }
    return skills;
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }
}
