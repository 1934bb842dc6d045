package dev.moltbot.adapter.whatsappexport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What WhatsApp itself writes into chats, by its own words in many languages. On Android it stands
 * without a writer and needs no words to be known; an iPhone puts it under somebody's name.
 */
final class Announcements {
  private static final Map<Kind, List<String>> PHRASES = new EnumMap<>(Kind.class);

  static {
    read();
  }

  /** What a phrase shows. */
  private enum Kind {
    /** The chat is a group. */
    GROUP,
    /** Nobody wrote this. */
    NOTICE,
    /** The writer is the owner. */
    OWN,
    /** The owner's name in exports that do not tell it. */
    YOU
  }

  private Announcements() {}

  /** Whether it tells of people coming and going, and other things that only groups have. */
  static boolean ofGroup(String words) {
    return contains(Kind.GROUP, words);
  }

  /** Whether it is about the chat and not in it. */
  static boolean notice(String words) {
    return contains(Kind.NOTICE, words);
  }

  /** Whether only the owner can have "written" it: "You deleted this message". */
  static boolean ownersOwn(String words) {
    String folded = folded(words);
    return phrases(Kind.OWN).stream().anyMatch(folded::startsWith);
  }

  /** Whether the name means the owner, such as "You". */
  static boolean you(String name) {
    return phrases(Kind.YOU).contains(folded(name));
  }

  private static boolean contains(Kind kind, String words) {
    String folded = folded(words);
    return phrases(kind).stream().anyMatch(folded::contains);
  }

  private static List<String> phrases(Kind kind) {
    return PHRASES.getOrDefault(kind, List.of());
  }

  private static String folded(String words) {
    return Names.plain(words).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static void read() {
    try (InputStream in = Announcements.class.getResourceAsStream("announcements.txt")) {
      if (in == null) {
        throw new IllegalStateException("announcements.txt is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Kind kind = Kind.GROUP;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          kind = Kind.valueOf(line.substring(1, line.length() - 1));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          PHRASES.computeIfAbsent(kind, k -> new ArrayList<>()).add(folded(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
