package dev.moltbot.adapter.telegram;

import static dev.moltbot.adapter.telegram.TelegramRig.CONNECTION;
import static dev.moltbot.adapter.telegram.TelegramRig.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.port.ChannelCheck.Health;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramCheckTest {
  @TempDir private Path folder;
  private TelegramRig rig;

  @BeforeEach
  void open() {
    rig = new TelegramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void isFineWhenTheBotIsConnectedAndMayReply() {
    rig.settled();
    assertThat(rig.check().check())
        .isEqualTo(new Health.Fine("connected to your account since 2026-01-01, may reply"));
  }

  @Test
  void missesAConnectionThatNobodyToldOf() {
    assertThat(missing().what()).contains("no connection");
    assertThat(missing().remedy()).contains("connect the bot");
  }

  @Test
  void missesAConnectionThatWasTakenAwayUnheard() {
    rig.settled();
    rig.telegram.chats.connects(CONNECTION, OWNER, false, true);
    assertThat(missing().what()).contains("no longer connected");
    rig.telegram.chats.forgets(CONNECTION);
    assertThat(missing().remedy()).contains("connect the bot");
  }

  @Test
  void missesTheRightToReply() {
    rig.settled();
    rig.telegram.chats.connects(CONNECTION, OWNER, true, false);
    assertThat(missing().what()).contains("no right to reply");
    assertThat(missing().remedy()).contains("allow it to reply");
  }

  @Test
  void missesBusinessMode() {
    rig.telegram.setBusinessMode(false);
    assertThat(missing().remedy()).contains("@BotFather", "Business Mode");
  }

  @Test
  void missesTheTokenThatIsNoMore() {
    rig.revokes();
    assertThat(missing().remedy()).contains("@BotFather", "MOLTBOT_TELEGRAM_TOKEN");
  }

  @Test
  void findsAWebhookInTheWay() {
    rig.telegram.updates.setWebhook("https://example.org/hook");
    assertThat(missing().what()).contains("webhook");
  }

  @Test
  void saysThatTelegramCannotBeReached() {
    rig.telegram.next("getMe", Reply.hangUp());
    assertThat(rig.check().check()).isInstanceOf(Health.Unreachable.class);
  }

  @Test
  void changesNothingAndSendsNothing() {
    rig.settled();
    int waiting = rig.telegram.updates.size();
    rig.check().check();
    assertThat(rig.telegram.updates.size()).isEqualTo(waiting);
    assertThat(rig.messagesSeen()).isZero();
  }

  private Health.Missing missing() {
    Health health = rig.check().check();
    assertThat(health).isInstanceOf(Health.Missing.class);
    return (Health.Missing) health;
  }
}
