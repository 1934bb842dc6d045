package dev.moltbot.app.config;

import dev.moltbot.domain.message.ChannelId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who Moltbot writes as.
 *
 * @param identity the text of {@code identity.md}, or empty
 * @param skills how to write on a channel: the text of {@code skills/<channel>.md}
 * @param problems what could not be used, one line each
 */
public record Persona(String identity, Map<ChannelId, String> skills, List<String> problems) {
  private static final String SUFFIX = ".md";

  public Persona {
    skills = Map.copyOf(skills);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the owner's files; what is not there is empty, what makes no sense is a problem.
   *
   * @param maxChars longest text that is of use
   */
  public static Persona read(Workspace workspace, int maxChars) {
    var problems = new ArrayList<String>();
    var skills = new HashMap<ChannelId, String>();
    for (Path file : skillFiles(workspace.skills(), problems)) {
      String name = file.getFileName().toString();
      String channel = name.substring(0, name.length() - SUFFIX.length());
      if (ChannelId.valid(channel)) {
        skills.put(new ChannelId(channel), text(file, maxChars, problems));
      } else {
        problems.add(file + " is named like no channel; one is called gmail.md, for instance");
      }
    }
    return new Persona(text(workspace.identity(), maxChars, problems), skills, problems);
  }

  private static List<Path> skillFiles(Path folder, List<String> problems) {
    var files = new ArrayList<Path>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        found.forEach(files::add);
      } catch (IOException | DirectoryIteratorException e) {
        problems.add(folder + " cannot be read");
      }
    }
    return files;
  }

  private static String text(Path file, int maxChars, List<String> problems) {
    if (!Files.exists(file)) {
      return "";
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.length() <= maxChars) {
        return text;
      }
      problems.add(file + " is " + text.length() + " characters long, limit " + maxChars);
    } catch (IOException e) {
      problems.add(file + " cannot be read, or is not UTF-8");
    }
    return "";
  }
}
