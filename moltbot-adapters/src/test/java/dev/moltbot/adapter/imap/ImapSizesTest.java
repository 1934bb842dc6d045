package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Budget;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.mime.MailLimits;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail of every size, and servers that lie about it: memory is ours to give. */
class ImapSizesTest {
  private static final int LIMIT = 1_000;

  private final ImapRig rig = new ImapRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readsAMailThatComesInSeveralParts() {
    String text = "0123456789\n".repeat(500_000);
    rig.arrives(ImapRig.mail("ada@example.org", "large@example.org", text));
    ReadResult.Batch batch = read(Cursor.START);
    assertThat(batch.quarantined()).isEmpty();
    assertThat(batch.messages()).hasSize(1);
    assertThat(fetches()).isEqualTo(3);
  }

  @Test
  void fetchesOnlyTheHeadOfAMailThatIsTooLarge() {
    putTooLarge();
    ReadResult.Batch batch = read(Cursor.START);
    assertThat(batch.quarantined())
        .singleElement()
        .satisfies(aside -> assertThat(aside.bytes()).isGreaterThan(MailLimits.DEFAULT.maxBytes()))
        .extracting(Quarantined::reason)
        .asString()
        .contains("limit");
    assertThat(fetches()).isEqualTo(1);
  }

  @Test
  void doesNotBelieveAServerThatSaysAMailIsSmall() {
    putTooLarge();
    rig.provider.manners().lieAboutSizes(10);
    assertThat(read(Cursor.START).quarantined()).hasSize(1);
  }

  @Test
  void doesNotBelieveAServerThatSaysAMailIsHuge() {
    rig.receives(1);
    rig.provider.manners().lieAboutSizes(2_000_000_000);
    assertThat(read(Cursor.START).messages()).hasSize(1);
  }

  /** The library would make room for all of it before the first byte has come. */
  @Test
  void makesNoRoomForWhatAServerOnlyAnnounces() {
    rig.receives(3);
    rig.imapSays(
        ImapRig.having("UID FETCH 2 "), "* 2 FETCH (UID 2 BODY[]<0> {2000000000}\r\nFrom: x");
    ReadResult.Batch first = read(Cursor.START);
    assertThat(first.messages()).hasSize(1);
    assertThat(first.quarantined())
        .singleElement()
        .extracting(Quarantined::reason)
        .isEqualTo("the server announced more of it than any mail may have");
    rig.time.advance(Duration.ofMinutes(1));
    assertThat(read(first.next()).messages()).hasSize(1);
  }

  @Test
  void takesAMailWithoutADateThatMakesSense() {
    rig.receives(1);
    rig.imapSays(
        ImapRig.having("INTERNALDATE"),
        "* 1 FETCH (UID 1 INTERNALDATE \"tomorrow\" BODY[]<0> {4}\r\nFrom)\r\n$ OK");
    assertThat(read(Cursor.START).messages()).hasSize(1);
  }

  @Test
  void setsAsideAMailOfWhichTheServerGivesNothing() {
    rig.receives(1);
    rig.imapSays(ImapRig.having("UID FETCH 1 "), "$ OK nothing");
    rig.imapSays(ImapRig.having("UID FETCH 1 "), "* 1 FETCH (UID 1 BODY[]<0> NIL)\r\n$ OK");
    assertThat(read(Cursor.START).quarantined()).hasSize(1);
  }

  /** One list of numbers, and then so many mails at a time. */
  @Test
  void readsAMailboxOfTenThousandInPieces() {
    rig.provider.mailbox.skipUids("INBOX", 4_000_000_000L - 20_000);
    rig.receives(10_000);
    Set<MessageId> seen = new HashSet<>();
    Cursor cursor = Cursor.START;
    boolean more = true;
    while (more) {
      ReadResult.Batch batch = read(cursor);
      assertThat(batch.messages()).hasSizeLessThanOrEqualTo(Budget.MAX_MESSAGES);
      batch.messages().forEach(message -> seen.add(message.id()));
      cursor = batch.next();
      more = batch.more();
    }
    assertThat(seen).hasSize(10_000);
    assertThat(rig.provider.imap.connections()).isEqualTo(1);
  }

  private void putTooLarge() {
    String line = "x".repeat(998) + "\n";
    String text = line.repeat(MailLimits.DEFAULT.maxBytes() / line.length() + 1);
    rig.arrives(ImapRig.mail("ada@example.org", "huge@example.org", text));
  }

  private long fetches() {
    return rig.provider.imap.commands().stream().filter(c -> c.contains("UID FETCH")).count();
  }

  private ReadResult.Batch read(Cursor from) {
    ReadResult result = rig.reader().read(from, LIMIT, Duration.ZERO);
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
