package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Where one mail ends and the next begins. */
class MboxTest {
  private static final String FROM = "From ada@example.org Thu Jan  1 12:00:00 2026\n";
  private static final int MAX_BYTES = 1 << 20;

  @Test
  void takesMailsApart() throws IOException {
    assertThat(mails(FROM + "A: 1\n\none\n\n" + FROM + "B: 2\n\ntwo\n"))
        .containsExactly("A: 1\n\none\n", "B: 2\n\ntwo");
  }

  @Test
  void readsGzipOfSeveralMembersByItsFirstBytes() throws IOException {
    byte[] first = gzip(FROM + "A: 1\n\none\n\n");
    byte[] second = gzip(FROM + "B: 2\n\ntwo\n\n");
    InputStream both =
        new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(second));
    assertThat(mails(both, 0)).hasSize(2);
  }

  @Test
  void undoesTheQuotingOfFromLines() throws IOException {
    assertThat(mails(FROM + "A: 1\n\n>From me\n>>From you\n> From us\n"))
        .containsExactly("A: 1\n\nFrom me\n>From you\n> From us");
  }

  @Test
  void isNotMisledByASentence() throws IOException {
    String body = "A: 1\n\nFrom here on it rains.\n\nFrom 10:30 it rains.\n" + FROM + "x\n";
    assertThat(mails(FROM + body)).hasSize(1);
  }

  @Test
  void readsDosLineEndsAndZonesAfterTheYear() throws IOException {
    String from = "From a@example.org Thu Jan  1 12:00:00 2026 +0100\r\n";
    String zoned = "From a@example.org Thu Jan  1 12:00:00 CET 2026\r\n";
    assertThat(mails(from + "A: 1\r\n\r\none\r\n\r\n" + zoned + "B: 2\r\n\r\ntwo\r\n\r\n"))
        .containsExactly("A: 1\r\n\r\none\r\n", "B: 2\r\n\r\ntwo\r\n");
  }

  @Test
  void takesAFileWithoutFromLineAsOneMail() throws IOException {
    assertThat(mails("A: 1\n\none\n")).containsExactly("A: 1\n\none");
    assertThat(mails("")).isEmpty();
    assertThat(mails("\n\n")).isEmpty();
  }

  @Test
  void goesOnWhereItStopped() throws IOException {
    String mailbox = FROM + "A: 1\n\none\n\n" + FROM + "B: 2\n\ntwo\n\n" + FROM + "C: 3\n\nthree\n";
    try (Mbox mbox = open(bytes(mailbox), 0)) {
      mbox.next();
      assertThat(mails(bytes(mailbox), mbox.offset())).hasSize(2);
      mbox.next();
      mbox.next();
      assertThat(mbox.next()).isEqualTo(new Mbox.Item.End());
      assertThat(mails(bytes(mailbox + "\n" + FROM + "D: 4\n\nfour\n"), mbox.offset()))
          .containsExactly("D: 4\n\nfour");
    }
  }

  @Test
  void saysThatAMailboxIsNotTheOneItBegan() throws IOException {
    String mailbox = FROM + "A: 1\n\none\n\n" + FROM + "B: 2\n\ntwo\n";
    try (Mbox mbox = open(bytes(mailbox), 3)) {
      assertThat(mbox.next()).isInstanceOf(Mbox.Item.Broken.class);
    }
    try (Mbox mbox = open(bytes(mailbox), 3_000)) {
      assertThat(mbox.next()).isInstanceOf(Mbox.Item.Broken.class);
      assertThat(mbox.next()).isEqualTo(new Mbox.Item.End());
    }
  }

  @Test
  void saysThatAGzipFileWasCut() throws IOException {
    byte[] whole = gzip(FROM + "A: 1\n\n" + "one two three\n".repeat(10_000));
    InputStream cut = new ByteArrayInputStream(whole, 0, whole.length - 20);
    try (Mbox mbox = Mbox.open(cut, 0, MAX_BYTES)) {
      assertThat(mbox.next()).isInstanceOf(Mbox.Item.Broken.class);
    }
  }

  @Test
  void countsAMailOverTheLimitWithoutHoldingIt() throws IOException {
    long size = 50L << 20;
    InputStream mailbox =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes(FROM + "A: 1\n\none\n\n" + FROM),
                    new Repeated(size),
                    bytes("\n\n" + FROM + "C: 3\n\nthree\n"))));
    try (Mbox mbox = Mbox.open(mailbox, 0, MAX_BYTES)) {
      assertThat(mbox.next()).isInstanceOf(Mbox.Item.Message.class);
      assertThat(mbox.next())
          .isInstanceOfSatisfying(
              Mbox.Item.TooLarge.class,
              large -> {
                assertThat(large.bytes()).isEqualTo(size + 2);
                assertThat(large.index()).isEqualTo(1);
                assertThat(large.head().length).isLessThanOrEqualTo(64 << 10);
              });
      assertThat(mbox.next()).isInstanceOf(Mbox.Item.Message.class);
    }
  }

  private static List<String> mails(String mailbox) throws IOException {
    return mails(bytes(mailbox), 0);
  }

  private static List<String> mails(InputStream mailbox, long from) throws IOException {
    List<String> mails = new ArrayList<>();
    try (Mbox mbox = open(mailbox, from)) {
      while (mbox.next() instanceof Mbox.Item.Message message) {
        mails.add(new String(message.bytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return mails;
  }

  private static Mbox open(InputStream mailbox, long from) throws IOException {
    return Mbox.open(mailbox, from, MAX_BYTES);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(TestMail.bytes(text));
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(TestMail.bytes(text));
    }
    return out.toByteArray();
  }

  /** The letter x, many times over, never in memory. */
  private static final class Repeated extends InputStream {
    private long left;

    Repeated(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) {
      int n = (int) Math.min(left, len);
      Arrays.fill(b, off, off + n, (byte) 'x');
      left -= n;
      return n == 0 ? -1 : n;
    }
  }
}
