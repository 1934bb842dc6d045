package dev.moltbot.app.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.adapter.claude.FakeAnthropic;
import dev.moltbot.adapter.desk.FakeFault;
import dev.moltbot.adapter.desk.FakePeople;
import dev.moltbot.adapter.desk.FakeTelegram;
import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the services know, planted there: each is played at the wire. */
class ServiceFaultsTest {
  private static final String TOKEN = "1111111111:AAFakeFakeFake-desk_9876543210abcdef";
  private static final String READ = "https://www.googleapis.com/auth/gmail.readonly";
  private static final String SEND = "https://www.googleapis.com/auth/gmail.send";
  private static final long OWNER = 4711;

  @TempDir Path folder;
  private final FakeTelegram telegram = FakeTelegram.start(TOKEN);
  private final FakeAnthropic claude = new FakeAnthropic("sk-ant-api03-0f3a9b7c5d1e2f");
  private final FakeService gmail = new FakeService(this::gmail);
  private String scope = READ + " " + SEND;
  private String address = "olena@example.org";
  private CleanSetup setup;

  @BeforeEach
  void points() throws IOException {
    telegram.people().writes(new FakePeople.Person(OWNER, "Olena"), "/start");
    setup = CleanSetup.in(folder.toRealPath());
    Map.of(
            "MOLTBOT_DESK_URL",
            telegram.baseUrl().toString(),
            "MOLTBOT_ANTHROPIC_URL",
            claude.url().toString(),
            "MOLTBOT_GMAIL_URL",
            gmail.url().toString(),
            "MOLTBOT_GMAIL_TOKEN_URL",
            gmail.url().resolve("token").toString(),
            "MOLTBOT_GMAIL_ADDRESS",
            "olena@example.org",
            "MOLTBOT_GMAIL_CLIENT_ID",
            "client.apps.googleusercontent.com",
            "MOLTBOT_GMAIL_CLIENT_SECRET",
            "GOCSPX-0f3a9b7c5d1e2f",
            "MOLTBOT_GMAIL_REFRESH_TOKEN",
            "1//0f3a9b7c5d1e2f")
        .forEach(this::env);
  }

  @AfterEach
  void close() {
    telegram.close();
    claude.close();
    gmail.close();
  }

  private void env(String key, String value) {
    try {
      setup.env(key, value);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply gmail(Request request) {
    return Reply.ok(
        request.path().endsWith("/token")
            ? "{\"access_token\":\"one\",\"expires_in\":3599,\"token_type\":\"Bearer\","
                + "\"scope\":\""
                + scope
                + "\"}"
            : "{\"emailAddress\":\"" + address + "\",\"historyId\":\"1\"}");
  }

  @Test
  void findsNothingWhereAllIsWell() throws InterruptedException {
    Findings findings = audit();
    assertThat(findings.toMend()).isEmpty();
    assertThat(findings.of(Status.PASS)).hasSameSizeAs(ServiceChecks.CHECKS);
    assertThat(telegram.last(OWNER).text()).contains("A test of Moltbot's alerts");
  }

  @Test
  void findsABotWhoseTokenWasRenewed() throws InterruptedException {
    telegram.failNext("getMe", FakeFault.error(401, "Unauthorized", Map.of()));
    assertThat(found()).containsExactly("credentials.bot-reachable");
  }

  @Test
  void findsAnAlertThatDoesNotArrive() throws InterruptedException {
    String blocked = "Forbidden: bot was blocked by the user";
    telegram.failNext("sendMessage", FakeFault.error(403, blocked, Map.of()));
    assertThat(found()).containsExactly("runtime.alert-delivered");
  }

  @Test
  void findsAKeyThatWasTakenBack() throws InterruptedException {
    env("MOLTBOT_ANTHROPIC_KEY", "sk-ant-api03-another-key");
    assertThat(found()).containsExactly("credentials.anthropic-key-accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        READ,
        SEND,
        READ + " " + SEND + " https://www.googleapis.com/auth/gmail.modify",
        "https://mail.google.com/",
        ""
      })
  void findsATokenThatMayDoMoreOrLess(String granted) throws InterruptedException {
    scope = granted;
    assertThat(found()).containsExactly("credentials.gmail-scopes");
  }

  @Test
  void findsATokenOfAnotherAccount() throws InterruptedException {
    address = "somebody@example.org";
    assertThat(found()).containsExactly("credentials.gmail-scopes");
  }

  /** Who does not answer proves nothing; but an alert that nobody takes does not arrive. */
  @Test
  void takesSilenceForNoFindingButOfTheAlert() throws InterruptedException {
    telegram.close();
    claude.close();
    gmail.close();
    assertThat(found()).containsExactly("runtime.alert-delivered");
    assertThat(audit().of(Status.PASS)).isEmpty();
  }

  private List<String> found() throws InterruptedException {
    Findings findings = audit();
    assertThat(findings.bad(false)).isTrue();
    assertThat(findings.toMend()).allMatch(one -> !one.outcome().remedy().isBlank());
    assertThat(findings.fields().toString()).doesNotContain("0f3a9b7c5d1e2f", "FakeFakeFake");
    return findings.toMend().stream().map(one -> one.check().id()).toList();
  }

  private Findings audit() throws InterruptedException {
    return Inspection.run(ServiceChecks.CHECKS, setup.scene(), true);
  }
}
