package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.export.TextLines;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on a chat as a whole, from its survey, its name, its neighbours and the owner's word. */
final class Chats {
  static final String NO_OWNER =
      "who you are in a chat of two: nobody can tell; import it again and say --me NAME";

  static final String GUESSED_ORDER =
      "what is the day and what the month in a chat: both fit; read as written in your region."
          + " If that is wrong, take it back with --undo and say --region";

  /** Longest name of a chat, in UTF-16 units; the ids of many people are cut there. */
  private static final int MAX_KEY_CHARS = 400;

  /** Where phones write the month first, by the Unicode CLDR. */
  private static final Set<String> MONTH_FIRST =
      Set.of("US", "PH", "PR", "GU", "AS", "MP", "VI", "UM", "FM", "MH", "PW");

  private Chats() {}

  /** Who the owner is, as far as the beginning of one chat tells by itself. */
  static Set<String> owners(ExportFile file) throws IOException {
    Survey survey = Survey.ofHead(file);
    var nothing = new ExportOptions(Set.of(), "", ZoneOffset.UTC);
    People people = People.of(Title.of(file), survey, nothing, () -> new Neighbours(List.of()));
    return people.me().stream()
        .filter(name -> !Announcements.you(name))
        .collect(Collectors.toSet());
  }

  /** Reads the file once through. */
  static Chat of(ExportFile file, ExportOptions options) throws IOException {
    Survey survey;
    try (TextLines lines = TextLines.of(file)) {
      survey = Survey.of(lines);
    }
    var neighbours = new Lazy(file);
    People people = People.of(Title.of(file), survey, options, neighbours::get);
    List<String> notes = new ArrayList<>();
    if (people.undecided()) {
      notes.add(NO_OWNER);
    }
    DateOrder order = order(survey.votes(), options, neighbours, notes);
    String key = cut(people.chat());
    return new Chat(
        key,
        order,
        people.group() || people.undecided(),
        people.me().stream().map(name -> Names.address(name, key)).collect(Collectors.toSet()),
        people.others(key),
        survey.writers().longer(),
        survey.rare(),
        notes);
  }

  private static DateOrder order(
      OrderVotes votes, ExportOptions options, Lazy neighbours, List<String> notes) {
    DateOrder shown = votes.shown();
    if (shown != null || votes.none()) {
      return shown == null ? DateOrder.YEAR_FIRST : shown;
    }
    DateOrder near = neighbours.get().order();
    DateOrder likely = near == null ? votes.likely() : near;
    if (likely != null) {
      return likely;
    }
    notes.add(GUESSED_ORDER);
    boolean month = MONTH_FIRST.contains(options.region().toUpperCase(Locale.ROOT));
    return month ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  private static String cut(String key) {
    return key.length() > MAX_KEY_CHARS ? key.substring(0, MAX_KEY_CHARS) : key;
  }

  /** Looked at only when the chat itself leaves something open. */
  private static final class Lazy {
    private final ExportFile file;
    private List<Neighbours> known = List.of();

    Lazy(ExportFile file) {
      this.file = file;
    }

    Neighbours get() {
      if (known.isEmpty()) {
        known = List.of(Neighbours.of(file));
      }
      return known.getFirst();
    }
  }
}
