package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.channel.Patience;
import dev.moltbot.domain.message.InboundMessage;
import dev.moltbot.domain.message.Trait;
import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading Gmail: nothing lost, whatever Gmail does. */
class GmailReaderTest {
  private static final int LIMIT = 1_000;
  private static final List<String> INBOX = List.of("INBOX");

  private final GmailRig rig = new GmailRig();
  private final List<InboundMessage> messages = new ArrayList<>();
  private final List<Quarantined> aside = new ArrayList<>();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void tellsTheDomainWhatGmailKnows() {
    String id = rig.gmail.mailbox.receives("Ada <ada@example.org>", "Six?");
    drain(Cursor.START);
    InboundMessage message = messages.getFirst();
    assertThat(message.id().nativeId()).isEqualTo(id);
    assertThat(message.conversation().nativeId()).isEqualTo("t" + id);
    assertThat(message.sentAt().getEpochSecond()).isEqualTo(1_767_268_800L);
    assertThat(message.content().text().reveal()).isEqualTo("Six?");
  }

  @Test
  void resyncsAThousandMessagesAndFindsTheGapWhenHistoryIsForgotten() {
    rig.receives(5);
    Cursor old = drain(Cursor.START);
    rig.receives(1_000);
    rig.gmail.mailbox.forgetHistory();
    Cursor end = drain(old);
    assertThat(nativeIds()).hasSize(1_005);
    rig.receives(2);
    drain(end);
    assertThat(nativeIds()).hasSize(1_007);
  }

  @Test
  void seesWhatArrivesInTheMiddleOfAListing() {
    rig.receives(150);
    ReadResult.Batch first = batch(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO));
    messages.addAll(first.messages());
    rig.receives(3);
    drain(first.next());
    assertThat(nativeIds()).hasSize(153);
  }

  @Test
  void goesOnWithinAPageOfHistoryByAnySmallLimit() {
    Cursor start = drain(Cursor.START);
    rig.receives(23);
    drain(start, 4);
    assertThat(messages).hasSize(23);
    assertThat(nativeIds()).hasSize(23);
  }

  @Test
  void goesOnInTheMiddleOfOneRecordThatAddedSeveral() {
    Cursor start = drain(Cursor.START);
    rig.receives(3);
    String record =
        """
        {"history":[{"id":"9223372036854775900","messagesAdded":[{"message":{"id":"m0"}},
        {"message":{"id":"m1"}},{"message":{"id":"m2"}}]}],"historyId":"9223372036854775901"}\
        """;
    Cursor cursor = start;
    for (int i = 0; i < 3; i++) {
      rig.gmail.nextRead(Reply.json(200, record));
      ReadResult.Batch batch = batch(rig.reader().read(cursor, 1, Duration.ZERO));
      messages.addAll(batch.messages());
      cursor = batch.next();
    }
    assertThat(nativeIds()).containsExactlyInAnyOrder("m0", "m1", "m2");
    assertThat(cursor.value()).startsWith("history 9223372036854775901 ");
  }

  @Test
  void listsOnlyTheGapWhenHistoryIsForgotten() {
    rig.receives(5);
    Cursor early = drain(Cursor.START);
    rig.time.advance(Duration.ofDays(30));
    Cursor late = drain(early);
    rig.gmail.mailbox.forgetHistory();
    int before = rig.gmail.requests().size();
    drain(late);
    assertThat(rig.gmail.requests().subList(before, rig.gmail.requests().size()))
        .noneMatch(request -> request.contains("/messages/"));
    drain(early);
    assertThat(messages).hasSize(10);
  }

  @Test
  void leavesOutDraftsChatsSpamAndTrashAndMarksWhatTheOwnerSent() {
    Cursor start = drain(Cursor.START);
    byte[] mail = "From: owner@example.net\r\n\r\nx".getBytes(StandardCharsets.UTF_8);
    for (String label : List.of("DRAFT", "CHAT", "SPAM", "TRASH", "SENT")) {
      rig.gmail.mailbox.store(mail, List.of(label));
    }
    drain(start);
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().traits()).containsExactly(Trait.FROM_OWNER);
  }

  @Test
  void setsAsideWhatCannotBeReadAndReadsOn() {
    rig.gmail.mailbox.store("no mail at all".getBytes(StandardCharsets.UTF_8), INBOX);
    rig.gmail.mailbox.store(null, INBOX);
    rig.receives(1);
    drain(Cursor.START);
    assertThat(messages).hasSize(1);
    assertThat(aside)
        .extracting(Quarantined::reason)
        .containsExactlyInAnyOrder("no header field", "Gmail gave no readable bytes");
  }

  @Test
  void setsAsideAMailOfFiftyMegabytes() {
    byte[] huge = new byte[50 << 20];
    rig.gmail.mailbox.store(huge, INBOX);
    rig.receives(1);
    drain(Cursor.START);
    assertThat(messages).hasSize(1);
    assertThat(aside.getFirst().reason()).isEqualTo("mail of 52428800 bytes, limit 26214400");
  }

  @Test
  void replacesATokenThatDiesInTheMiddleOfABatch() {
    rig.receives(3);
    rig.gmail.nextRawRead(FakeGmail.refusal(401, "authError"));
    drain(Cursor.START);
    assertThat(messages).hasSize(3);
    assertThat(rig.gmail.tokens.minted()).isEqualTo(2);
  }

  @Test
  void stopsWhenAFreshTokenIsTurnedDownToo() {
    rig.gmail.nextRead(FakeGmail.refusal(401, "authError"));
    rig.gmail.nextRead(FakeGmail.refusal(401, "authError"));
    assertThat(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO))
        .isInstanceOf(ReadResult.Stopped.class);
  }

  @Test
  void handsOverWhatItHasWhenThrottledAndThenKeepsQuietAsLongAsAsked() {
    rig.receives(3);
    ReadResult.Batch empty = batch(rig.reader().read(Cursor.START, 1, Duration.ZERO));
    rig.gmail.nextRead(Reply.json(200, "{\"messages\":[{\"id\":\"m2\"},{\"id\":\"m1\"}]}"));
    rig.gmail.nextRawRead(
        Reply.json(200, "{\"id\":\"m2\",\"raw\":\"RnJvbTogYUBleGFtcGxlLm9yZwoKeA\"}"));
    rig.gmail.nextRawRead(FakeGmail.throttled("90"));
    ReadResult.Batch part =
        batch(rig.reader().read(new Cursor("listing 9 0 0 0 0 "), LIMIT, Duration.ZERO));
    assertThat(part.messages()).hasSize(1);
    int asked = rig.gmail.requests().size();
    assertThat(busy(rig.reader().read(part.next(), LIMIT, Duration.ZERO)))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(rig.gmail.requests()).hasSize(asked);
    rig.time.advance(Duration.ofSeconds(91));
    assertThat(batch(rig.reader().read(part.next(), LIMIT, Duration.ZERO)).messages()).isNotEmpty();
    assertThat(empty.messages()).hasSize(1);
  }

  @Test
  void stopsWhenAccessIsDeniedOrTheAccountIsAnother() {
    rig.gmail.nextRead(FakeGmail.refusal(403, "accessNotConfigured"));
    assertThat(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO))
        .isInstanceOf(ReadResult.Stopped.class);
    rig.gmail.mailbox.belongsTo("someone@example.com");
    assertThat(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO))
        .isInstanceOf(ReadResult.Stopped.class);
  }

  @Test
  void doesNotMoveWhenJsonIsCutInTheMiddleOfABatch() {
    Cursor start = drain(Cursor.START);
    rig.receives(2);
    rig.gmail.nextRawRead(Reply.cut());
    assertThat(rig.reader().read(start, LIMIT, Duration.ZERO)).isInstanceOf(ReadResult.Busy.class);
    drain(start);
    assertThat(nativeIds()).hasSize(2);
  }

  @Test
  void givesUpOnOneMessageInTheEndAndNotOnTheOthers() {
    Cursor start = drain(Cursor.START);
    rig.receives(2);
    for (int i = 1; i < Patience.MAX_TRIES; i++) {
      rig.gmail.nextRawRead(Reply.cut());
      assertThat(rig.reader().read(start, LIMIT, Duration.ZERO))
          .isInstanceOf(ReadResult.Busy.class);
    }
    rig.gmail.nextRawRead(Reply.cut());
    drain(start);
    assertThat(messages).hasSize(1);
    assertThat(aside).hasSize(1);
  }

  @Test
  void passesOverWhatWasDeletedMeanwhileAndWhatIsListedTwice() {
    Cursor start = drain(Cursor.START);
    String id = rig.gmail.mailbox.receives("ada@example.org", "x");
    rig.gmail.nextRead(
        Reply.json(
            200,
            """
            {"history":[{"id":"9223372036854775900","messagesAdded":[{"message":{"id":"gone"}},
            {"message":{"id":"%s"}},{"message":{"id":"%s"}}]}],"historyId":"9223372036854775901"}\
            """
                .formatted(id, id)));
    ReadResult.Batch batch = batch(rig.reader().read(start, LIMIT, Duration.ZERO));
    assertThat(batch.messages()).hasSize(1);
    assertThat(batch.next().value()).startsWith("history 9223372036854775901 ");
  }

  @Test
  void doesWithoutAProfileWhereAServerHasNone() {
    rig.gmail.mailbox.hasNoProfile();
    assertThat(batch(rig.reader().read(Cursor.START, LIMIT, Duration.ZERO)).next())
        .isEqualTo(Cursor.START);
    rig.receives(2);
    Cursor end = drain(Cursor.START);
    rig.receives(1);
    drain(end);
    assertThat(nativeIds()).hasSize(3);
  }

  @Test
  void costsOneRequestAndMovesNoCursorWhenNothingIsNew() {
    rig.receives(1);
    Cursor end = drain(Cursor.START);
    int before = rig.gmail.requests().size();
    assertThat(batch(rig.reader().read(end, LIMIT, Duration.ZERO)).next()).isEqualTo(end);
    assertThat(rig.gmail.requests()).hasSize(before + 1);
  }

  private Cursor drain(Cursor from) {
    return drain(from, LIMIT);
  }

  private Cursor drain(Cursor from, int limit) {
    Cursor cursor = from;
    boolean more = true;
    while (more) {
      ReadResult.Batch batch = batch(rig.reader().read(cursor, limit, Duration.ZERO));
      messages.addAll(batch.messages());
      aside.addAll(batch.quarantined());
      cursor = batch.next();
      more = batch.more();
    }
    return cursor;
  }

  private Set<String> nativeIds() {
    Set<String> ids = new HashSet<>();
    messages.forEach(message -> ids.add(message.id().nativeId()));
    return ids;
  }

  private static Duration busy(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
    return ((ReadResult.Busy) result).retryAfter();
  }

  private static ReadResult.Batch batch(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Batch.class);
    return (ReadResult.Batch) result;
  }
}
