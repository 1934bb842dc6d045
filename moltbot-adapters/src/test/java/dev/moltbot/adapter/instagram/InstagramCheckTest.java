package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.port.ChannelCheck.Health;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look at the service says, in one line. */
class InstagramCheckTest {
  @TempDir Path folder;
  private InstagramRig rig;

  @BeforeEach
  void start() {
    rig = new InstagramRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void saysHowOldTheTokenIs() {
    assertThat(detail()).contains("@olena.bakes, may read and answer").contains("not known");
    rig.time.advance(Duration.ofDays(2));
    rig.tokens().keepFresh();
    rig.time.advance(Duration.ofDays(3));
    assertThat(detail())
        .isEqualTo(
            "@olena.bakes, may read and answer; the token is 3 days old and expires in 57 days");
  }

  @Test
  void saysThatTheTokenEndsSoonAndCannotBeRenewed() {
    rig.time.advance(Duration.ofDays(2));
    rig.tokens().keepFresh();
    rig.time.advance(Duration.ofDays(51));
    rig.instagram.service().next(FakeInstagram::renews, FakeInstagram.refusal(500, 2, 0));
    rig.tokens().keepFresh();
    assertThat(rig.check().check())
        .isEqualTo(
            new Health.Missing(
                "the token is 51 days old and expires in 9 days and could not be renewed"
                    + " (HTTP 500, code 2)",
                Graph.WORDS.authorise()));
  }

  @Test
  void isNotAlarmedByOneRenewalThatFailedInTime() {
    rig.time.advance(Duration.ofDays(2));
    rig.tokens().keepFresh();
    rig.time.advance(Duration.ofDays(8));
    rig.instagram.service().next(FakeInstagram::renews, FakeInstagram.refusal(500, 2, 0));
    rig.tokens().keepFresh();
    assertThat(detail()).contains("expires in 52 days; renewing it failed");
  }

  @Test
  void tellsAMissingPermissionFromADeadToken() {
    rig.instagram.forbidsMessages();
    assertThat(missing().remedy()).contains("instagram_business_manage_messages");
    rig.instagram.token.revoke();
    assertThat(missing().remedy()).contains("make a new token");
  }

  @Test
  void seesATokenOfAnotherAccount() {
    rig.instagram.isCalled("somebody.else");
    assertThat(missing().what()).contains("not of the account @olena.bakes");
  }

  @Test
  void doesNotGuessWhenInstagramCannotBeAsked() {
    rig.instagram.service().next(FakeInstagram::reads, FakeInstagram.refusal(500, 2, 0));
    assertThat(rig.check().check()).isInstanceOf(Health.Unreachable.class);
    rig.restartsNowhere();
    assertThat(rig.check().check()).isInstanceOf(Health.Unreachable.class);
  }

  private String detail() {
    Health health = rig.check().check();
    assertThat(health).isInstanceOf(Health.Fine.class);
    return ((Health.Fine) health).detail();
  }

  private Health.Missing missing() {
    Health health = rig.check().check();
    assertThat(health).isInstanceOf(Health.Missing.class);
    return (Health.Missing) health;
  }
}
