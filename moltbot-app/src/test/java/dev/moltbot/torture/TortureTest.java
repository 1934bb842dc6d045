package dev.moltbot.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.mailbox.MailboxConfig;
import dev.moltbot.adapter.mailbox.MailboxModule;
import dev.moltbot.app.runtime.Moltbot;
import dev.moltbot.domain.message.MessageId;
import dev.moltbot.mime.Corpora;
import dev.moltbot.port.Accounts;
import dev.moltbot.port.ChannelReader;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.Ledger;
import dev.moltbot.port.Quarantined;
import dev.moltbot.port.ReadResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mails made to break parsers go from a mailbox into the database: each is stored or set aside,
 * nothing is lost, and reading them all again adds nothing.
 */
class TortureTest {
  private static final int FILES = 961;
  private static final long SEED = 20_261_122;

  /** One file in so many is also read with a tenth of its bytes changed. */
  private static final int MUTATED_EVERY = 7;

  private static final String FROM_LINE = "From x Thu Jan  1 12:00:00 2026\n";

  @TempDir Path folder;

  @Test
  void storesOrSetsAsideEveryMailOfTheCorpus() throws IOException {
    Optional<Path> corpus = Corpora.file("mime-torture-dev.tar.gz");
    if (corpus.isPresent()) {
      Collection<byte[]> mails = Corpora.unpack(corpus.get()).values();
      assertThat(mails).hasSize(FILES);
      losesNothing(mails);
    }
  }

  @Test
  void storesOrSetsAsideMailWithATenthOfItsBytesChanged() throws IOException {
    Optional<Path> corpus = Corpora.file("mime-torture-dev.tar.gz");
    if (corpus.isPresent()) {
      var random = new Random(SEED);
      var mails = List.copyOf(Corpora.unpack(corpus.get()).values());
      losesNothing(
          IntStream.range(0, mails.size())
              .filter(i -> i % MUTATED_EVERY == 0)
              .mapToObj(i -> mutated(mails.get(i), random))
              .toList());
    }
  }

  private void losesNothing(Collection<byte[]> mails) throws IOException {
    Path mailbox = Files.write(folder.resolve("box.mbox"), mbox(mails));
    var channel =
        new MailboxModule(new MailboxConfig("me@example.net", mailbox, folder.resolve("out")));
    try (Rig rig = new Rig();
        Moltbot first = rig.start(channel);
        Moltbot second = rig.start(channel)) {
      List<MessageId> ids = ids(first.readers().iterator().next());
      assertThat(ids).hasSameSizeAs(mails);
      Rig.hops(first).collect();
      Ledger.Tally tally = Rig.tally(first);
      assertThat(tally.messages() + tally.quarantined()).isEqualTo(new HashSet<>(ids).size());

      fromTheStart(second);
      Rig.hops(second).collect();
      assertThat(Rig.tally(second)).isEqualTo(tally);
      assertThat(Rig.recordHolds(second)).isTrue();
    }
  }

  private static void fromTheStart(Moltbot moltbot) {
    ChannelReader reader = moltbot.readers().iterator().next();
    moltbot.part(Accounts.class).moveCursor(reader.account(), Cursor.START, Instant.EPOCH);
  }

  /** What the reader hands over, one id a mail. */
  private static List<MessageId> ids(ChannelReader reader) {
    var ids = new ArrayList<MessageId>();
    Cursor from = Cursor.START;
    boolean more = true;
    while (more) {
      var batch = (ReadResult.Batch) reader.read(from, 1_000, Duration.ZERO);
      batch.messages().forEach(message -> ids.add(message.id()));
      batch.quarantined().stream().map(Quarantined::id).forEach(ids::add);
      from = batch.next();
      more = batch.more();
    }
    return ids;
  }

  /** One mailbox of all; lines that would start a mail are quoted, as mbox wants it. */
  private static byte[] mbox(Collection<byte[]> mails) throws IOException {
    var mbox = new ByteArrayOutputStream();
    for (byte[] mail : mails) {
      String text = new String(mail, StandardCharsets.ISO_8859_1);
      String quoted = text.replaceAll("(?m)(?d)^(>*From )", ">$1");
      mbox.write((FROM_LINE + quoted + "\n\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    return mbox.toByteArray();
  }

  private static byte[] mutated(byte[] mail, Random random) {
    byte[] changed = mail.clone();
    for (int i = 0; i < mail.length / 10; i++) {
      changed[random.nextInt(mail.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
