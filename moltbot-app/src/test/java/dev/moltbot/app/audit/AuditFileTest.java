package dev.moltbot.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.domain.audit.AuditChain;
import dev.moltbot.domain.audit.AuditEntry;
import dev.moltbot.domain.audit.AuditEvent;
import dev.moltbot.domain.audit.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exported record can be checked without the database it came from. */
class AuditFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void holdsWhenNothingWasTouched() throws IOException {
    assertThat(verify(lines(5)).valid()).isTrue();
  }

  @Test
  void namesTheLineThatWasTouched() throws IOException {
    List<String> lines = lines(5);
    lines.set(2, lines.get(2).replace("owner", "nobody"));
    assertThat(verify(lines))
        .isInstanceOfSatisfying(
            Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(3));
  }

  @Test
  void namesTheLineThatIsNoEntry() throws IOException {
    for (String junk : new String[] {"", "{", "null", "[]", "{\"sequence\":\"x\"}", "\u0000"}) {
      List<String> lines = lines(3);
      lines.set(1, junk);
      assertThat(verify(lines))
          .as(junk)
          .isInstanceOfSatisfying(
              Verification.Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(2));
    }
  }

  private Verification verify(List<String> lines) throws IOException {
    return AuditFile.verify(Files.write(folder.resolve("record.jsonl"), lines));
  }

  private static List<String> lines(int length) {
    var lines = new ArrayList<String>();
    AuditChain chain = AuditChain.EMPTY;
    for (int i = 0; i < length; i++) {
      AuditEntry entry = chain.append(new AuditEvent.Paused("owner"), Instant.EPOCH);
      lines.add(AuditFile.line(entry));
      chain = AuditChain.after(entry);
    }
    return lines;
  }
}
