package dev.moltbot.adapter.addressbook;

import dev.moltbot.export.TextLines;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts a file into cards. Used by one thread. */
final class CardLines implements Closeable {
  private final TextLines lines;
  private TextLines.@Nullable Line kept;

  CardLines(TextLines lines) {
    this.lines = lines;
  }

  /** The next card, or what stands where one was expected. */
  Optional<RawCard> next() throws IOException {
    for (var line = line(); line.isPresent(); line = line()) {
      String text = line.get().text();
      if (CardText.begins(text)) {
        return Optional.of(card(line.get()));
      }
      if (!text.isBlank()) {
        return Optional.of(new RawCard(line.get().number(), text, "a line outside of any card"));
      }
    }
    return Optional.empty();
  }

  private RawCard card(TextLines.Line begin) throws IOException {
    CardText text = new CardText();
    text.add(begin);
    for (var line = line(); line.isPresent(); line = line()) {
      if (CardText.begins(line.get().text()) && !text.inside()) {
        kept = line.get();
        break;
      }
      boolean ended = text.add(line.get());
      if (ended) {
        return new RawCard(begin.number(), text.toString(), text.trouble());
      }
    }
    return new RawCard(begin.number(), text.toString(), "a card without an end");
  }

  private Optional<TextLines.Line> line() throws IOException {
    TextLines.Line back = kept;
    kept = null;
    return back == null ? lines.next() : Optional.of(back);
  }

  long done() {
    return lines.done();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
