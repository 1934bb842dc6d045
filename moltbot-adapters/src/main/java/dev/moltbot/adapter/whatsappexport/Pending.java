package dev.moltbot.adapter.whatsappexport;

import dev.moltbot.domain.message.Content;
import dev.moltbot.export.Entry;
import dev.moltbot.export.ExportLimits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** Something that began and may go on in the next line. */
sealed interface Pending {

  /** One more line of it. */
  void add(String line);

  /** A message while it is read. */
  final class Message implements Pending {
    private final LocalDateTime at;
    private final boolean seconds;
    private final String writer;
    private final String first;
    private final StringBuilder text;
    private String last;
    private boolean cut;

    Message(LocalDateTime at, boolean seconds, Speech speech) {
      this.at = at;
      this.seconds = seconds;
      this.writer = speech.writer();
      this.first = speech.text();
      this.last = speech.text();
      this.text = new StringBuilder(first);
    }

    @Override
    public void add(String line) {
      if (text.length() > Content.MAX_TEXT_CHARS) {
        cut = true;
      } else {
        text.append('\n').append(line);
        last = line;
      }
    }

    /** A line of it could not be read. */
    void lose() {
      cut = true;
    }

    LocalDateTime at() {
      return at;
    }

    boolean seconds() {
      return seconds;
    }

    String writer() {
      return writer;
    }

    String text() {
      return text.toString();
    }

    boolean cut() {
      return cut;
    }

    boolean attachment() {
      return Attachments.in(first) || Attachments.in(last);
    }

    /** Without the lines that stand for files: those differ between one export and the next. */
    String withoutFiles() {
      StringBuilder words = new StringBuilder();
      text()
          .lines()
          .filter(line -> !Attachments.in(line))
          .forEach(l -> words.append(l).append('\n'));
      return words.toString();
    }
  }

  /** What the chat says of itself. */
  final class Announcement implements Pending {
    static final String REASON = "what the chat says of itself, such as who came and went";

    @Override
    public void add(String line) {
      // As much left out as the rest of it.
    }
  }

  /** What has the form of a message and a date that does not exist. */
  final class Broken implements Pending {
    private final long number;
    private final String reason;
    private final StringBuilder text;

    Broken(long number, String reason, String line) {
      this.number = number;
      this.reason = reason;
      this.text = new StringBuilder(line);
    }

    @Override
    public void add(String line) {
      if (text.length() < ExportLimits.MAX_HEAD_BYTES) {
        text.append('\n').append(line);
      }
    }

    Entry entry() {
      return new Entry.Unreadable(number, reason, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
