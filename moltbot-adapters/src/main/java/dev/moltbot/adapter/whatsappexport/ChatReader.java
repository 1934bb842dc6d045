package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.export.Entry;
import dev.moltbot.export.EntryReader;
import dev.moltbot.export.TextLines;
import dev.moltbot.export.TextLines.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chat line by line. Every line is part of something that is read, left out or set aside.
 */
final class ChatReader implements EntryReader {
  static final String BEFORE = "stands before the first message";
  static final String IMPOSSIBLE = "has a date or a time that does not exist";
  static final String TOO_LONG = "is longer than a line can be";
  static final String GARBLED = "holds bytes that are no text";

  /** What is left of bytes that are no text; people paste one or two of them. */
  private static final Pattern DEBRIS = Pattern.compile("\uFFFD{4}|^\uFFFD+$");

  private final TextLines lines;
  private final Chat chat;
  private final Messages messages;
  private final Queue<Entry> ready = new ArrayDeque<>();
  private @Nullable Pending pending;
  private LocalDateTime last = LocalDateTime.MIN;
  private boolean ended;

  ChatReader(TextLines lines, Chat chat, Messages messages) {
    this.lines = lines;
    this.chat = chat;
    this.messages = messages;
    chat.notes().forEach(note -> ready.add(new Entry.Note(note)));
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (ready.isEmpty() && !ended) {
      Optional<Line> line = lines.next();
      line.ifPresent(this::take);
      if (line.isEmpty()) {
        finish();
        ended = true;
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  private void take(Line line) {
    if (line.cut() || DEBRIS.matcher(line.text()).find()) {
      setAside(line, line.cut() ? TOO_LONG : GARBLED);
      if (pending instanceof Pending.Message message) {
        message.lose();
      }
      return;
    }
    Optional<Header> header = Headers.of(line.text()).filter(found -> !quoted(found));
    if (header.isPresent()) {
      finish();
      pending = begun(line, header.get());
    } else if (pending != null) {
      pending.add(line.text());
    } else if (!Names.plain(line.text()).isEmpty()) {
      setAside(line, BEFORE);
    }
  }

  private void setAside(Line line, String reason) {
    byte[] head = line.text().getBytes(StandardCharsets.UTF_8);
    ready.add(new Entry.Unreadable(line.number(), reason, head));
  }

  /** Whether it is a line of another chat that somebody sent: what is quoted is never newer. */
  private boolean quoted(Header header) {
    LocalDateTime at = at(header);
    return chat.rare().contains(header.enclosure())
        && pending != null
        && (at == null || !at.isAfter(last));
  }

  private Pending begun(Line line, Header header) {
    LocalDateTime at = at(header);
    if (at == null) {
      return new Pending.Broken(line.number(), IMPOSSIBLE, line.text());
    }
    last = at;
    Optional<Speech> speech = Speech.of(header.rest(), chat.longer());
    return speech.isEmpty() || speech.get().announcement()
        ? new Pending.Announcement()
        : new Pending.Message(at, header.seconds(), speech.get());
  }

  private @Nullable LocalDateTime at(Header header) {
    var day = header.day(chat.order());
    var time = header.time();
    return day.isEmpty() || time.isEmpty() ? null : LocalDateTime.of(day.get(), time.get());
  }

  private void finish() {
    switch (pending) {
      case null -> {}
      case Pending.Message message -> ready.add(new Entry.Said(messages.of(message)));
      case Pending.Announcement none -> ready.add(new Entry.LeftOut(Pending.Announcement.REASON));
      case Pending.Broken broken -> ready.add(broken.entry());
    }
    pending = null;
  }

  @Override
  public long done() {
    return lines.done();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
