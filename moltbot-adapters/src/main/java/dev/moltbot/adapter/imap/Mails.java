package dev.moltbot.adapter.imap;

import dev.moltbot.mime.MailLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** The mails of the folder that a line has open: which there are, and what is in them. */
final class Mails {
  /** Asked for first; most mails are whole by then. */
  static final int FIRST_BYTES = 256 << 10;

  /** Asked for at once of what is larger. */
  static final int NEXT_BYTES = 4 << 20;

  private static final int MAX_MAIL_BYTES = MailLimits.DEFAULT.maxBytes();

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

  private final ImapLine line;

  Mails(ImapLine line) {
    this.line = line;
  }

  /** One mail, or as much of it as we take. */
  static final class Fetched {
    private final @Nullable Instant received;
    private final long size;
    private final byte[] bytes;

    Fetched(@Nullable Instant received, long size, byte[] bytes) {
      this.received = received;
      this.size = size;
      this.bytes = bytes;
    }

    /** When the server got it; null where it does not say. */
    @Nullable Instant received() {
      return received;
    }

    /** What the server says the whole is; more than there are bytes when that is too much. */
    long size() {
      return size;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  /** The UIDs after the mark, ascending. */
  long[] after(Mark mark) throws IOException, ProtocolException {
    var which = new Argument();
    which.writeAtom("UID");
    which.writeAtom(mark.uid() + 1 + ":*");
    if (mark.listing()) {
      // A day early: the server compares dates in whatever zone it likes.
      LocalDate day = LocalDate.ofInstant(mark.since(), ZoneOffset.UTC).minusDays(1);
      which.writeAtom("SINCE");
      which.writeAtom(DAY.format(day));
    }
    // The last mail is in n:* even where its UID is less than n.
    return LongStream.of(search(which)).filter(uid -> uid > mark.uid()).sorted().toArray();
  }

  /** The UIDs of mails with that Message-ID. */
  long[] withMessageId(String id) throws IOException, ProtocolException {
    var which = new Argument();
    which.writeAtom("HEADER");
    which.writeAtom("Message-ID");
    which.writeString(id);
    return search(which);
  }

  private long[] search(Argument which) throws IOException, ProtocolException {
    var uids = LongStream.builder();
    for (Response answer : line.command("UID SEARCH", which)) {
      if (answer instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
        for (long uid = found.readLong(); uid != -1; uid = found.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids.build().toArray();
  }

  /** Fetches one mail without marking it read; empty when the server gives nothing of it. */
  Optional<Fetched> fetch(long uid) throws IOException, ProtocolException {
    Fetched first = part(uid, "UID INTERNALDATE RFC822.SIZE ", 0, FIRST_BYTES);
    if (first == null) {
      // Perhaps only what was said around the mail made no sense.
      first = part(uid, "UID ", 0, FIRST_BYTES);
    }
    if (first == null || first.bytes().length != FIRST_BYTES) {
      return Optional.ofNullable(first);
    }
    return Optional.of(
        first.size() > MAX_MAIL_BYTES ? first : new Fetched(first.received(), 0, rest(uid, first)));
  }

  /** The first bytes of a mail, which hold its head. */
  Optional<byte[]> head(long uid) throws IOException, ProtocolException {
    return Optional.ofNullable(part(uid, "UID ", 0, MailName.MAX_HEAD_BYTES)).map(Fetched::bytes);
  }

  /** Goes on until a part comes short, or it is too much, whatever the server said of the size. */
  private byte[] rest(long uid, Fetched first) throws IOException, ProtocolException {
    long expected = Math.max(first.size(), FIRST_BYTES * 2L);
    var all = new ByteArrayOutputStream((int) Math.min(expected, MAX_MAIL_BYTES + 1L));
    all.writeBytes(first.bytes());
    boolean more = true;
    while (more && all.size() <= MAX_MAIL_BYTES) {
      int asked = Math.min(NEXT_BYTES, MAX_MAIL_BYTES + 1 - all.size());
      Fetched next = part(uid, "UID ", all.size(), asked);
      byte[] came = next == null ? new byte[0] : next.bytes();
      all.writeBytes(came);
      more = came.length == asked;
    }
    return all.toByteArray();
  }

  private @Nullable Fetched part(long uid, String items, int from, int length)
      throws IOException, ProtocolException {
    String body = "(%sBODY.PEEK[]<%d.%d>)".formatted(items, from, length);
    Fetched found = null;
    for (Response answer : line.command("UID FETCH " + uid + " " + body, null)) {
      if (answer instanceof FetchResponse fetched && uid == uid(fetched)) {
        Fetched mail = mail(fetched);
        found = mail == null ? found : mail;
      }
    }
    return found;
  }

  private static long uid(FetchResponse fetched) {
    UID uid = fetched.getItem(UID.class);
    return uid == null ? -1 : uid.uid;
  }

  private static @Nullable Fetched mail(FetchResponse fetched) {
    BODY body = fetched.getItem(BODY.class);
    ByteArray data = body == null ? null : body.getByteArray();
    if (data == null) {
      return null;
    }
    INTERNALDATE date = fetched.getItem(INTERNALDATE.class);
    RFC822SIZE size = fetched.getItem(RFC822SIZE.class);
    byte[] bytes =
        Arrays.copyOfRange(data.getBytes(), data.getStart(), data.getStart() + data.getCount());
    return new Fetched(
        date == null || date.getDate() == null ? null : date.getDate().toInstant(),
        size == null ? 0 : size.size,
        bytes);
  }
}
