package dev.moltbot.mime;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Takes the mails out of an mbox stream one by one, in memory that does not grow with the mailbox.
 * Reads mboxo and mboxrd, plain or gzipped; a stream without any From line is one mail.
 *
 * <p>Not thread-safe.
 */
public final class Mbox implements Closeable {
  private static final int GZIP_BUFFER_BYTES = 64 << 10;
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int MAX_FROM_LINE_BYTES = 500;

  private final LineSource lines;
  private final long from;
  private final MailBuffer mail;
  private long index;
  private boolean begun;
  private boolean ended;
  private long mailStart;
  private long mailLine = 1;
  private String fromLine = "";
  private Place place = new Place("", 1);

  private Mbox(LineSource lines, long from, int maxMailBytes) {
    this.lines = lines;
    this.from = from;
    this.mailStart = from;
    this.mail = new MailBuffer(maxMailBytes);
  }

  /**
   * Where a mail stands, besides its offset.
   *
   * @param fromLine the line before it, whatever is in it; empty where there is none
   * @param line its line, from 1 where reading began
   */
  public record Place(String fromLine, long line) {}

  /** What stands next in the mailbox. */
  public sealed interface Item {

    /** One mail without its From line, its quoting undone; {@code offset} is where it starts. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
    record Message(byte[] bytes, long index, long offset) implements Item {}

    /** A mail over the limit; it was counted, and only its beginning held. */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, never compared.
    record TooLarge(byte[] head, long bytes, long index, long offset) implements Item {}

    /** The stream broke at that offset, for instance a gzip file that was cut. Final. */
    record Broken(String reason, long offset) implements Item {}

    /** Nothing more. Final. */
    record End() implements Item {}
  }

  /**
   * Takes over the stream; gzip is told by its first two bytes, not by a name.
   *
   * @param from 0, or an {@link #offset()} of an earlier reading to go on from
   */
  public static Mbox open(InputStream in, long from, int maxMailBytes) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, GZIP_BUFFER_BYTES);
    buffered.mark(2);
    int magic = (buffered.read() << 8) | buffered.read();
    buffered.reset();
    InputStream plain =
        magic == GZIP_MAGIC ? new GZIPInputStream(buffered, GZIP_BUFFER_BYTES) : buffered;
    return new Mbox(new LineSource(plain), from, maxMailBytes);
  }

  /** The next mail. After {@code Broken} or {@code End} it stays that way. */
  public Item next() {
    if (ended) {
      return new Item.End();
    }
    try {
      return read();
    } catch (EOFException e) {
      ended = true;
      return new Item.Broken("the mailbox ends too early", lines.offset());
    } catch (IOException e) {
      ended = true;
      return new Item.Broken(e.getClass().getSimpleName(), lines.offset());
    }
  }

  /**
   * Where the next mail starts, in bytes of the uncompressed mailbox; after {@code Broken} the mail
   * that could not be read to its end.
   */
  public long offset() {
    return mailStart;
  }

  /** Where the mail stands that {@link #next} gave last. */
  public Place place() {
    return place;
  }

  /** The line of the next mail, from 1 where reading began. */
  public long nextLine() {
    return mailLine;
  }

  /** Notes the present line, which is the one before the next mail. */
  private void reached() {
    mailStart = lines.lineOffset();
    mailLine = lines.number();
    int length = Math.min(lines.end() - lines.start(), MAX_FROM_LINE_BYTES);
    fromLine = new String(lines.buffer(), lines.start(), length, StandardCharsets.ISO_8859_1);
  }

  private Item read() throws IOException {
    if (!begun && !begin()) {
      return new Item.End();
    }
    mail.clear();
    place = new Place(fromLine.strip(), mailLine);
    long start = mailStart;
    boolean afterBlank = false;
    while (lines.next()) {
      if (afterBlank && isFromLine()) {
        reached();
        return item(start);
      }
      afterBlank = lines.isLineStart() && lines.isBlank();
      mail.addLine(lines);
    }
    ended = true;
    mailStart = lines.offset();
    return item(start);
  }

  /** Past blank lines and the first From line; false for a mailbox with nothing in it. */
  private boolean begin() throws IOException {
    begun = true;
    lines.skip(from);
    do {
      if (!lines.next()) {
        ended = true;
        mailStart = lines.offset();
        return false;
      }
    } while (lines.isBlank());
    reached();
    if (!startsWithFrom(lines.buffer(), lines.start(), lines.end())) {
      if (from > 0) {
        throw new StreamCorruptedException();
      }
      fromLine = "";
      lines.again();
    }
    return true;
  }

  private Item item(long start) {
    long at = index++;
    return mail.overLimit()
        ? new Item.TooLarge(mail.head(), mail.size(), at, start)
        : new Item.Message(mail.bytes(), at, start);
  }

  /** A real one carries a time and a year; a sentence that starts with From rarely does. */
  private boolean isFromLine() {
    return startsWithFrom(lines.buffer(), lines.start(), lines.end()) && FromLine.test(lines);
  }

  static boolean startsWithFrom(byte[] bytes, int start, int end) {
    return end - start >= 5
        && bytes[start] == 'F'
        && bytes[start + 1] == 'r'
        && bytes[start + 2] == 'o'
        && bytes[start + 3] == 'm'
        && bytes[start + 4] == ' ';
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
