package dev.moltbot.adapter.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.imap.FakeLines.End;
import dev.moltbot.adapter.imap.ImapConfig.Protection;
import dev.moltbot.adapter.imap.ImapConfig.Server;
import dev.moltbot.port.ChannelCheck.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Says in one line what is missing, on which of the two servers. */
class ImapCheckTest {
  private final ImapRig rig = new ImapRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void findsEverythingInOrder() {
    assertThat(rig.check().check())
        .isEqualTo(new Health.Fine("both servers take the password; it says when mail comes"));
    assertThat(rig.provider.taken()).isEmpty();
  }

  @Test
  void missesTheFolderForSentMail() {
    rig.provider.mailbox.rename(FakeMailbox.SENT, "Ausgang");
    assertThat(missing().remedy()).contains("MOLTBOT_IMAP_SENT_FOLDER");
  }

  @Test
  void missesAPasswordThatIsTaken() {
    rig.provider.manners().revokePassword();
    assertThat(missing().remedy()).contains("app password");
  }

  @Test
  void tellsWhichServerDoesNotTakeIt() {
    rig.smtpSays("AUTH", false, "535 5.7.8 no", End.GO_ON);
    assertThat(missing().what()).contains("SMTP");
  }

  @Test
  void saysWhenAServerCannotBeReached() {
    var nowhere = new Server(Protection.NONE, "127.0.0.1", 1);
    try (ImapRig lost = new ImapRig(nowhere, nowhere)) {
      assertThat(lost.check().check()).isInstanceOf(Health.Unreachable.class);
    }
  }

  private Health.Missing missing() {
    Health health = rig.check().check();
    assertThat(health).isInstanceOf(Health.Missing.class);
    return (Health.Missing) health;
  }
}
