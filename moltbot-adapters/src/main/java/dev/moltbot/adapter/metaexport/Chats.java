package dev.moltbot.adapter.metaexport;

import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes out of a file's head which conversation it is and who of it the owner is. */
final class Chats {
  /** A name without its signs, and an id that is long or has a digit. */
  private static final Pattern FOLDER =
      Pattern.compile("(?<name>.*)_(?<id>[A-Za-z0-9-]{10,}|(?=[A-Za-z-]*\\d)[A-Za-z0-9-]{3,})");

  private static final Pattern NUMBERED = Pattern.compile("message_\\d+\\.json");

  private Chats() {}

  static Chat of(ExportFile file, Head head, ExportOptions options) {
    String folder = folder(file, head);
    List<String> people = head.people();
    boolean group = head.several() || people.size() > 2;
    String owner = mine(people, options).or(() -> partnered(head, folder)).orElse("");
    // Meta lists the one who asked for the download last.
    String last = head.participants().isEmpty() ? "" : head.participants().getLast();
    return new Chat(id(folder), people, owner.isEmpty() && people.size() > 1 ? last : owner, group);
  }

  /** The owner's name, when a talk with one other says who that other is. */
  static Optional<String> partnered(ExportFile file, Head head) {
    return partnered(head, folder(file, head));
  }

  private static Optional<String> mine(List<String> people, ExportOptions options) {
    return people.stream().filter(options::isMe).findFirst();
  }

  /** Title and folder of a talk between two are the other one's name. */
  private static Optional<String> partnered(Head head, String folder) {
    List<String> two = head.people();
    if (two.size() != 2 || head.several() || two.get(0).equals(two.get(1))) {
      return Optional.empty();
    }
    Matcher named = FOLDER.matcher(folder);
    String slug = named.matches() ? named.group("name") : "";
    for (int i = 0; i < 2; i++) {
      String name = two.get(i);
      if (name.equals(head.title()) || (!slug.isEmpty() && slug(name).equals(slug(slug)))) {
        return Optional.of(two.get(1 - i));
      }
    }
    return Optional.empty();
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The last part of the path that Meta gives the conversation; empty where there is none. */
  private static String folder(ExportFile file, Head head) {
    String path = head.path();
    if (path.isEmpty() && NUMBERED.matcher(file.baseName()).matches()) {
      String name = file.name();
      path = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What stands behind the name, which may change; all of it where nothing does. */
  private static String id(String folder) {
    Matcher named = FOLDER.matcher(folder);
    return named.matches() ? named.group("id") : folder;
  }
}
