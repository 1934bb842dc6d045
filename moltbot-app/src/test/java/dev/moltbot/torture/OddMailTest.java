package dev.moltbot.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.moltbot.adapter.mailbox.MailboxConfig;
import dev.moltbot.adapter.mailbox.MailboxModule;
import dev.moltbot.app.demo.DemoResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox of odd mail: what can be read is stored, the rest set aside, and the sums agree. */
class OddMailTest {
  private static final String FROM_LINE = "From x Thu Jan  1 12:00:00 2026\n";
  private static final String ADA = "From: Ada <ada@example.org>\n";
  private static final int HUGE_BYTES = 50 << 20;

  @TempDir Path folder;

  @Test
  void setsAHugeMailAsideByItsSizeAndKeepsTheRest() throws IOException, SQLException {
    Path box = folder.resolve("box.mbox");
    try (Writer out = Files.newBufferedWriter(box, StandardCharsets.US_ASCII)) {
      out.write(FROM_LINE + ADA + "\nbefore\n\n" + FROM_LINE + ADA + "\n");
      String line = "x".repeat(63) + "\n";
      for (int i = 0; i < HUGE_BYTES / line.length(); i++) {
        out.write(line);
      }
      out.write("\n" + FROM_LINE + ADA + "\nafter\n\n");
    }
    try (Rig rig = new Rig()) {
      DemoResult result = rig.demo(channel(box), 1_000);
      assertThat(result.sound()).isTrue();
      assertThat(result.tally().messages()).isEqualTo(2);
      assertThat(rig.reasons()).contains("mail of 524288", "limit 26214400");
    }
  }

  @Test
  void keepsEveryMailWhateverItsIdAndDateSay() throws IOException {
    List<String> headers =
        List.of(
            "Message-ID: <twice@example.org>\n",
            "Message-ID: <twice@example.org>\nSubject: other words\n",
            "Message-ID: <" + "i".repeat(2_000) + "@example.org>\n",
            "Message-ID: <nul\0@example.org>\nSubject: a\0b\n",
            "Date: Thu, 1 Jan 0000 00:00:00 +0000\n",
            "Date: Thu, 1 Jan 99999 00:00:00 +0000\n",
            "Date: Fri, 31 Dec 9999 23:59:59 -1200\n",
            "Date: Thu, 32 Foo 2026 99:99:99 +9999\n",
            "Date: " + "x".repeat(5_000) + "\n");
    try (Rig rig = new Rig()) {
      DemoResult result = rig.demo(channel(mailbox(headers)), 1_000);
      assertThat(result.sound()).isTrue();
      assertThat(result.tally().messages()).isEqualTo(headers.size());
    }
  }

  @Test
  void countsTheVerySameMailOnceAndSaysSo() throws IOException {
    String header = "Message-ID: <same@example.org>\n";
    try (Rig rig = new Rig()) {
      DemoResult result = rig.demo(channel(mailbox(List.of(header, header))), 1_000);
      assertThat(result.received()).isEqualTo(2);
      assertThat(result.tally().messages()).isEqualTo(1);
      assertThat(result.duplicates()).isEqualTo(1);
      assertThat(result.sound()).isTrue();
    }
  }

  @Test
  void readsNoMoreThanItWasTold() throws IOException {
    var headers = List.of("Subject: 1\n", "Subject: 2\n", "Subject: 3\n");
    try (Rig rig = new Rig()) {
      DemoResult result = rig.demo(channel(mailbox(headers)), 2);
      assertThat(result.received()).isEqualTo(2);
      assertThat(result.tally().messages()).isEqualTo(2);
    }
  }

  private Path mailbox(List<String> headers) throws IOException {
    var box = new StringBuilder();
    headers.forEach(
        header -> box.append(FROM_LINE).append(ADA).append(header).append("\nwords \0 here\n\n"));
    return Files.writeString(folder.resolve("box.mbox"), box);
  }

  private Module channel(Path box) {
    return new MailboxModule(new MailboxConfig("me@example.net", box, folder.resolve("out")));
  }
}
