package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The many ways in which an IMAP server says no, each with what it means. */
class ImapTroubleTest {
  private final ImapRig rig = new ImapRig(ImapRig.SILENCE);

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void waitsHalfAMinuteWhenTheServerWantsQuiet() {
    for (String code : List.of("[LIMIT]", "[INUSE]", "[THROTTLED]")) {
      assertThat(busy("EXAMINE", "$ NO " + code + " slower").retryAfter())
          .as(code)
          .isEqualTo(ResponseCodes.PAUSE);
    }
    assertThat(busy("PLAIN", "$ NO [ALERT] Too many simultaneous connections. (Failure)"))
        .extracting(ReadResult.Busy::retryAfter)
        .isEqualTo(ResponseCodes.PAUSE);
  }

  @Test
  void isBusyWhenTheServerIsOutOfOrder() {
    busy("EXAMINE", "$ NO [UNAVAILABLE] later");
    busy("EXAMINE", "$ NO [SERVERBUG] oops");
    busy("EXAMINE", "$ NO no reason given");
    busy("PLAIN", "$ NO [UNAVAILABLE] the user database is away");
    busy("EXAMINE", "* BYE going down for a moment");
  }

  @Test
  void stopsWhenThePasswordIsNotTaken() {
    for (String no :
        List.of("[AUTHENTICATIONFAILED] no", "[ALERT] Application password required", "failed")) {
      assertThat(stopped("PLAIN", "$ NO " + no).remedy()).contains("app password");
    }
    assertThat(stopped("EXAMINE", "* BYE [EXPIRED] changed").remedy()).contains("app password");
  }

  @Test
  void stopsWhenTheAccountMayNot() {
    assertThat(stopped("EXAMINE", "$ NO [NOPERM] not for you").remedy()).contains("IMAP");
    assertThat(stopped("PLAIN", "$ NO [CONTACTADMIN] call us").remedy()).contains("IMAP");
  }

  /** Third persons' words come with every no. */
  @Test
  void passesOnNoWordOfTheServers() {
    assertThat(busy("EXAMINE", "$ NO [LIMIT] canary").reason()).doesNotContain("canary");
    assertThat(stopped("PLAIN", "$ NO [CANARY] canary").reason()).doesNotContain("canary");
  }

  @Test
  void survivesAnswersThatMakeNoSense() {
    for (String nonsense :
        List.of(
            "* SEARCH 1 2 many $$$\r\n* OK [UIDNEXT",
            "* LIST (((\r\n$ OK",
            "* 1 FETCH\r\n* 1 FETCH (UID\r\n$ OK",
            "+ ",
            "\0\0\0",
            "")) {
      rig.imapSays(ImapRig.having("SEARCH"), nonsense);
      rig.receives(1);
      ReadResult result = rig.reader().read(Cursor.START, 10, Duration.ZERO);
      assertThat(result).isNotInstanceOf(ReadResult.Stopped.class);
      rig.time.advance(Duration.ofMinutes(2));
    }
  }

  private ReadResult.Busy busy(String command, String says) {
    ReadResult result = read(command, says);
    assertThat(result).isInstanceOf(ReadResult.Busy.class);
    return (ReadResult.Busy) result;
  }

  private ReadResult.Stopped stopped(String command, String says) {
    ReadResult result = read(command, says);
    assertThat(result).isInstanceOf(ReadResult.Stopped.class);
    return (ReadResult.Stopped) result;
  }

  private ReadResult read(String command, String says) {
    try (ImapRig fresh = new ImapRig()) {
      if (says.startsWith("*")) {
        fresh.provider.imap.next(
            new FakeLines.Fault(ImapRig.having(command), false, says, FakeLines.End.CLOSE));
      } else {
        fresh.imapSays(ImapRig.having(command), says);
      }
      return fresh.reader().read(Cursor.START, 10, Duration.ZERO);
    }
  }
}
