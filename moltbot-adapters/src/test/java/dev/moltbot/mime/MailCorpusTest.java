package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Five thousand mails as people get them. Prints the pace, asserts only the count. */
class MailCorpusTest {
  private static final int MAILS = 5_000;

  private final MailParser parser = new MailParser(MailLimits.DEFAULT);

  @Test
  void readsEveryMailOfAMailbox() throws IOException {
    Optional<Path> corpus = Corpora.file("mail-5k.mbox.gz");
    if (corpus.isPresent()) {
      long start = System.nanoTime();
      int unreadable = 0;
      int count = 0;
      try (Mbox mbox = Mbox.open(Files.newInputStream(corpus.get()), 0, 25 << 20)) {
        while (mbox.next() instanceof Mbox.Item.Message message) {
          count++;
          unreadable += parser.parse(message.bytes()) instanceof Unreadable ? 1 : 0;
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d mails, %d unreadable, %.0f mails/s%n", count, unreadable, count / seconds);
      assertThat(count).isEqualTo(MAILS);
    }
  }
}
