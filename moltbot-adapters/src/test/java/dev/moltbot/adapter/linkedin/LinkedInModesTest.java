package dev.moltbot.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import dev.moltbot.port.ChannelCheck.Health;
import dev.moltbot.port.ChannelSender;
import dev.moltbot.port.Cursor;
import dev.moltbot.port.ReadResult;
import dev.moltbot.port.SendOutcome;
import dev.moltbot.setting.Settings;
import dev.moltbot.testkit.Approved;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What LinkedIn is with each permission, and that it says which one is missing. */
class LinkedInModesTest {
  private static final Map<String, String> READ =
      Map.of("MOLTBOT_LINKEDIN_READ_TOKEN", FakeLinkedIn.READ_TOKEN);
  private static final Map<String, String> SEND =
      Map.of("MOLTBOT_LINKEDIN_SEND_TOKEN", FakeLinkedIn.SEND_TOKEN);

  @TempDir Path state;

  @Test
  void sendsNothingAndReadsNothingWithoutPermission() {
    try (var rig = new LinkedInRig(state, Map.of())) {
      ChannelSender sender = rig.sender();
      assertThat(rig.readers()).isEmpty();
      assertThat(sender.byHand()).isTrue();
      assertThat(sender.send(Approved.message(sender.account(), "hello")))
          .isInstanceOf(SendOutcome.Refused.class);
      assertThat(sender.deliver(Approved.message(sender.account(), "hello")))
          .isInstanceOf(SendOutcome.Refused.class);
      assertThat(rig.health()).isEqualTo(new Health.Fine(ImportPart.WORDS + "; " + HandPart.WORDS));
      assertThat(rig.linkedin.service().requests()).isEmpty();
    }
  }

  @Test
  void readsByItselfAndLeavesSendingToTheOwnerWithTheChangelogAlone() {
    try (var rig = new LinkedInRig(state, READ)) {
      assertThat(rig.readers()).hasSize(1);
      assertThat(rig.sender().byHand()).isTrue();
      assertThat(rig.health())
          .isEqualTo(new Health.Fine("read token 0 of 60 days old; " + HandPart.WORDS));
    }
  }

  @Test
  void sendsAsAPartner() {
    try (var rig = new LinkedInRig(state, SEND)) {
      ChannelSender sender = rig.sender();
      assertThat(sender.byHand()).isFalse();
      assertThat(sender.send(Approved.message(sender.account(), "hello")))
          .isEqualTo(new SendOutcome.Delivered("2-sent-1"));
      Request request = rig.linkedin.service().requests().getLast();
      assertThat(request.header("x-restli-protocol-version")).isEqualTo("2.0.0");
      assertThat(request.header("linkedin-version")).isEqualTo("202312");
      assertThat(request.body()).contains("\"thread\":").doesNotContain("recipients");
      assertThat(rig.health())
          .isEqualTo(new Health.Fine(ImportPart.WORDS + "; send token 0 of 60 days old"));
    }
  }

  @Test
  void takesTheMessagesNameFromTheBodyWhereNoHeaderHasIt() {
    try (var rig = new LinkedInRig(state, SEND)) {
      rig.linkedin.service().next(FakeLinkedIn::isSend, Reply.json(201, "{\"id\":\"2-body\"}"));
      assertThat(rig.sender().send(Approved.message(rig.sender().account(), "hello")))
          .isEqualTo(new SendOutcome.Delivered("2-body"));
    }
  }

  @Test
  void sendsNothingThatLooksLikeHtml() {
    try (var rig = new LinkedInRig(state, SEND)) {
      ChannelSender sender = rig.sender();
      for (String words : new String[] {"see <b>this</b>", "a <br> b", "<!-- x -->"}) {
        assertThat(sender.send(Approved.message(sender.account(), words)))
            .isInstanceOf(SendOutcome.Refused.class);
      }
      assertThat(rig.messagesSeen()).isZero();
      assertThat(sender.send(Approved.message(sender.account(), "3 < 4 > 2, I <3 it")))
          .isInstanceOf(SendOutcome.Delivered.class);
    }
  }

  @Test
  void saysThatATokenIsTooOldOnceItIs() throws Exception {
    try (var rig = new LinkedInRig(state)) {
      rig.health();
      rig.time.advance(TokenAges.LIFETIME.minusSeconds(1));
      assertThat(rig.health())
          .hasToString("Fine[detail=read token 59 of 60 days old; send token 59 of 60 days old]");
      rig.time.advance(Duration.ofSeconds(1));
      assertThat(rig.health())
          .isInstanceOfSatisfying(
              Health.Missing.class,
              missing -> {
                assertThat(missing.what()).contains("read token is 60 days old");
                assertThat(missing.remedy()).contains("MOLTBOT_LINKEDIN_READ_TOKEN");
              });
    }
    try (Stream<Path> files = Files.walk(state).filter(Files::isRegularFile)) {
      assertThat(files.map(Path::toString)).hasSize(2).noneMatch(name -> name.contains("canary"));
    }
  }

  @Test
  void saysWhatIsMissingWhenLinkedInDoesNotTakeTheToken() {
    try (var rig = new LinkedInRig(state)) {
      rig.revokes();
      assertThat(rig.health())
          .isInstanceOfSatisfying(
              Health.Missing.class,
              missing -> assertThat(missing.remedy()).contains("r_dma_portability_member"));
    }
  }

  @Test
  void knowsAgainWhatItSentWhenItIsReadBack() {
    try (var rig = new LinkedInRig(state)) {
      var outcome = rig.sender().send(Approved.message(rig.sender().account(), "hello"));
      rig.linkedin.ownerWrites("ada", "urn:li:message:2-sent-1", "hello", rig.now());
      var batch = (ReadResult.Batch) rig.reader().read(Cursor.START, 10, Duration.ZERO);
      assertThat(outcome)
          .isEqualTo(new SendOutcome.Delivered(batch.messages().getFirst().id().nativeId()));
    }
  }

  @Test
  void readsItsSettings() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_LINKEDIN_PROFILE", "olena-example",
                "MOLTBOT_LINKEDIN_SEND_TOKEN", "canary-token"));
    LinkedInConfig config = LinkedInConfig.from(settings);
    assertThat(settings.problems()).isEmpty();
    assertThat(config.api()).isEqualTo(URI.create("https://api.linkedin.com/"));
    assertThat(config.account()).hasToString("linkedin:olena-example");
    assertThat(config.readToken()).isNull();
    assertThat(config.toString()).doesNotContain("canary");
  }

  @Test
  void namesWhatIsWrongWithItsSettings() {
    var settings =
        new Settings(
            Map.of(
                "MOLTBOT_LINKEDIN_PROFILE", "https://linkedin.com/in/olena",
                "MOLTBOT_LINKEDIN_READ_TOKEN", "tökén",
                "MOLTBOT_LINKEDIN_URL", "https://evil.example/"));
    LinkedInConfig.from(settings);
    assertThat(settings.problems()).hasSize(3);
    assertThat(settings.problems().toString()).doesNotContain("evil", "tökén");
    assertThat(LinkedInModule.CHANNEL.wanted(new Settings(Map.of()))).isFalse();
  }
}
