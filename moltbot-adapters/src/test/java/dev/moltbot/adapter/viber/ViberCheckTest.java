package dev.moltbot.adapter.viber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.port.ChannelCheck.Health;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViberCheckTest {
  @TempDir private Path folder;
  private ViberRig rig;

  @BeforeEach
  void open() {
    rig = new ViberRig(folder).registered();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void saysThatAllIsWell() {
    assertThat(rig.check().check())
        .isEqualTo(new Health.Fine("the token is good, Viber calls your webhook, 1 subscribers"));
    assertThat(rig.check().account()).isEqualTo(rig.reader().account());
  }

  @Test
  void saysWhatIsMissingAndSetsNothing() {
    rig.viber.moves(null);
    assertMissing("no webhook");
    rig.viber.moves(URI.create("https://elsewhere.example/"), "failed");
    assertMissing("another webhook");
    rig.viber.moves(rig.webhook(), "seen");
    assertMissing("other events");
    rig.viber.belongsTo("somebody-else");
    assertMissing("another bot");
    rig.viber.revokes();
    assertMissing("does not accept the credential");
    assertThat(rig.viber.requests()).filteredOn(path -> path.endsWith("set_webhook")).hasSize(1);
  }

  @Test
  void saysThatItDoesNotKnow() {
    rig.viber.next("get_account_info", Reply.json(503, ""));
    assertThat(rig.check().check()).isInstanceOf(Health.Unreachable.class);
    rig.viber.next("get_account_info", FakeViber.no(12, "tooManyRequests"));
    assertThat(rig.check().check()).isInstanceOf(Health.Unreachable.class);
  }

  private void assertMissing(String what) {
    assertThat(rig.check().check())
        .isInstanceOfSatisfying(
            Health.Missing.class,
            missing -> {
              assertThat(missing.what()).contains(what).doesNotContain("\n");
              assertThat(missing.remedy()).isNotBlank().doesNotContain(FakeViber.TOKEN);
            });
  }
}
