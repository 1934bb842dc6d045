package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.export.ExportFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The other chats of a folder. They come from the same phone, as a rule, so they show the order of
 * dates and who the owner is: whoever is in most of them.
 */
record Neighbours(List<Survey> chats) {
  /** Most chats looked at. */
  private static final int MAX = 30;

  static Neighbours of(ExportFile file) {
    var chats = new ArrayList<Survey>();
    for (ExportFile sibling : file.siblings()) {
      if (chats.size() < MAX && sibling.baseName().toLowerCase(Locale.ROOT).endsWith(".txt")) {
        Survey survey = survey(sibling);
        if (survey != null && survey.chat()) {
          chats.add(survey);
        }
      }
    }
    return new Neighbours(chats);
  }

  private static @Nullable Survey survey(ExportFile sibling) {
    try {
      return Survey.ofHead(sibling);
    } catch (IOException e) {
      return null; // It is reported when its own turn comes.
    }
  }

  /** The order that most of those show which show any. */
  @Nullable DateOrder order() {
    Map<DateOrder, Integer> counts = new HashMap<>();
    chats.stream()
        .map(chat -> chat.votes().shown())
        .filter(Objects::nonNull)
        .forEach(order -> counts.merge(order, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Which of these writers is in more than half of all chats, and in more than anyone else. */
  @Nullable String owner(List<String> writers) {
    Map<String, Integer> counts = new HashMap<>();
    for (Survey chat : chats) {
      new HashSet<>(chat.writers().names()).forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    int most = writers.stream().mapToInt(name -> counts.getOrDefault(name, 0)).max().orElse(0);
    var first = writers.stream().filter(name -> counts.getOrDefault(name, 0) == most).toList();
    boolean majority = most > 0 && 2 * (most + 1) > chats.size() + 1;
    return majority && first.size() == 1 ? first.getFirst() : null;
  }
}
