package dev.moltbot.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails collected to break parsers: each is read or declined with a reason, in good time. */
class TortureTest {
  /** Per mail; generous, because builds run on busy machines. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final long SEED = 20_260_101;
  private static final int FILES = 961;

  private final MailParser parser = new MailParser(MailLimits.DEFAULT);

  @Test
  void readsOrDeclinesEveryMailOfTheCorpus() throws IOException {
    Optional<Path> corpus = Corpora.file("mime-torture-dev.tar.gz");
    if (corpus.isPresent()) {
      Map<String, byte[]> mails = Corpora.unpack(corpus.get());
      assertThat(mails).hasSize(FILES);
      mails.forEach(this::check);
    }
  }

  @Test
  void readsOrDeclinesEveryMailWithATenthOfItsBytesChanged() throws IOException {
    Optional<Path> corpus = Corpora.file("mime-torture-dev.tar.gz");
    if (corpus.isPresent()) {
      Random random = new Random(SEED);
      Corpora.unpack(corpus.get()).forEach((name, mail) -> check(name, mutated(mail, random)));
    }
  }

  private void check(String name, byte[] mail) {
    Parsed parsed =
        assertTimeoutPreemptively(LIMIT, () -> parser.parse(mail), () -> name + " hangs");
    switch (parsed) {
      case Mail read -> Sound.check(name, read);
      case Unreadable(String reason) -> {
        assertThat(reason).as(name).isNotBlank();
        assertThat(reason).as(name).doesNotStartWith("parser failed");
      }
    }
  }

  private static byte[] mutated(byte[] mail, Random random) {
    byte[] changed = mail.clone();
    for (int i = 0; i < mail.length / 10; i++) {
      changed[random.nextInt(mail.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }
}
