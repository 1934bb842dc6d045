package dev.moltbot.adapter.desk;

import dev.moltbot.adapter.desk.TelegramApi.Entity;
import dev.moltbot.botapi.BotApi;
import java.util.ArrayList;
import java.util.List;

/**
 * A message's text and its formatting, which stands beside the text and never in it. Words of
 * others go into {@link Writer#code} or {@link Writer#pre}: there Telegram makes no link, no
 * mention and, above all, no tappable {@code /command} of them.
 */
record Formatted(String text, List<Entity> entities) {

  /** Longest text of one message, in UTF-16 units. */
  static final int MAX_LENGTH = BotApi.MAX_TEXT_UNITS;

  /** Builds a text from its beginning to its end. */
  static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();

    /** Only for words of our own. */
    Writer plain(String words) {
      text.append(words);
      return this;
    }

    Writer bold(String words) {
      return marked("bold", words);
    }

    /** One value in a line, isolated so that right-to-left letters cannot pull its surroundings. */
    Writer code(String words) {
      plain("\u2068");
      marked("code", words);
      return plain("\u2069");
    }

    /** A text of its own, which one tap copies. */
    Writer pre(String words) {
      return marked("pre", words);
    }

    int length() {
      return text.length();
    }

    Formatted done() {
      return new Formatted(text.toString(), List.copyOf(entities));
    }

    private Writer marked(String type, String words) {
      if (!words.isEmpty()) {
        entities.add(new Entity(type, text.length(), words.length()));
      }
      return plain(words);
    }
  }
}
