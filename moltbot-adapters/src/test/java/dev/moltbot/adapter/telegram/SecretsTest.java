package dev.moltbot.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.port.Cursor;
import dev.moltbot.testkit.Approved;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token is part of every address; whatever goes wrong, nothing that is said shows it. */
class SecretsTest {
  private static final List<Reply> FAULTS =
      List.of(
          Reply.hangUp(),
          Reply.cut(),
          Reply.json(502, "<html>Bad Gateway</html>"),
          Reply.ok("{\"ok\":true,\"result\":{\"canary\":[]}}"),
          FakeTelegramBusiness.throttled("1"),
          FakeTelegramBusiness.no(400, "Bad Request: canary words of somebody"),
          FakeTelegramBusiness.no(401, "Unauthorized"),
          FakeTelegramBusiness.no(409, "Conflict: terminated by other getUpdates request"),
          FakeTelegramBusiness.no(500, "Internal Server Error"));

  @TempDir private Path folder;

  @Test
  void stayOutOfEverythingThatIsSaid() {
    var said = new StringBuilder();
    try (TelegramRig rig = new TelegramRig(folder)) {
      rig.settled();
      for (Reply fault : FAULTS) {
        for (String method : List.of("getUpdates", "sendMessage", "getMe")) {
          rig.telegram.next(method, fault);
        }
        said.append(rig.reader().read(Cursor.START, 10, Duration.ZERO));
        said.append(rig.sender().send(Approved.message(rig.sender().account(), "hello")));
        said.append(rig.check().check());
      }
      rig.telegram.close();
      said.append(rig.reader().read(Cursor.START, 10, Duration.ZERO)).append(rig.check().check());
      said.append(rig.reader()).append(rig.sender()).append(rig.check());
    }
    assertThat(said.toString()).contains("Busy", "Refused", "Missing").doesNotContain("canary");
  }
}
