package dev.moltbot.adapter.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.fake.Reply;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At the wire: what the sandbox can get out of the broker, and what the broker asks Google. */
class BrokerTest {
  private static final String GRANT = "grant_type=refresh_token&refresh_token=" + BrokerRig.KEY;

  private final BrokerRig rig = new BrokerRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void handsOutFourFieldsAndNoMore() {
    HttpResponse<String> answer = rig.asks();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"access_token\":\"for-an-hour\",\"expires_in\":3599,\"token_type\":\"Bearer\","
                + "\"scope\":\""
                + BrokerRig.SCOPES
                + "\"}");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void asksGoogleForTheOneGrantWithItsOwnSecretsOnly() {
    rig.posts(GRANT + "&client_id=evil&client_secret=evil&audience=evil&code=evil&redirect_uri=e");
    assertThat(rig.google.requests()).hasSize(1);
    assertThat(rig.google.requests().getFirst().parameters())
        .isEqualTo(
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "client",
                "client_secret",
                BrokerRig.CLIENT_SECRET,
                "refresh_token",
                BrokerRig.LONG_LIVED));
  }

  @ParameterizedTest
  @CsvSource({
    "'grant_type=refresh_token', 401, invalid_client",
    "'grant_type=refresh_token&refresh_token=key-of-the-sandbo', 401, invalid_client",
    "'grant_type=refresh_token&refresh_token=refresh-token-of-years', 401, invalid_client",
    "'grant_type=authorization_code&refresh_token=key-of-the-sandbox', 400, unsupported_grant_type",
    "'grant_type=refresh_token&refresh_token=key-of-the-sandbox&scope=all', 400, invalid_scope",
    "'refresh_token=key-of-the-sandbox', 400, unsupported_grant_type",
    "'grant_type=%zz', 400, unsupported_grant_type",
    "'', 400, unsupported_grant_type",
  })
  void refusesEveryOtherGrantWithoutAskingGoogle(String form, int status, String word) {
    HttpResponse<String> answer = rig.posts(form);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"error\":\"" + word + "\"}");
    assertThat(rig.google.requests()).isEmpty();
  }

  @Test
  void answersOnOnePathOneMethodAndSmallForms() {
    assertThat(rig.says("GET", "/token", "").statusCode()).isEqualTo(404);
    assertThat(rig.says("POST", "/revoke", GRANT).statusCode()).isEqualTo(404);
    assertThat(rig.says("POST", "/token?a=b", GRANT).statusCode()).isEqualTo(404);
    String tooLong = GRANT + "&x=" + "x".repeat(TokenDesk.MAX_BODY_BYTES);
    assertThat(rig.posts(tooLong).statusCode()).isEqualTo(413);
    assertThat(rig.google.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, invalid_grant",
    "401, invalid_client, invalid_client",
    "400, refresh-token-of-years, invalid_request",
    "403, access_denied, invalid_request",
  })
  void passesAnErrorOnByItsWordAlone(int status, String said, String heard) {
    rig.google.next(
        request -> true,
        Reply.json(
            status,
            "{\"error\":\"%s\",\"error_description\":\"%s %s\"}"
                .formatted(said, BrokerRig.LONG_LIVED, BrokerRig.CLIENT_SECRET)));
    HttpResponse<String> answer = rig.asks();
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"error\":\"" + heard + "\"}");
  }

  @Test
  void saysWhenToComeBackWhereGoogleCannotAnswer() {
    for (Reply trouble :
        List.of(
            Reply.json(500, "oops " + BrokerRig.LONG_LIVED),
            Reply.json(200, "[" + BrokerRig.LONG_LIVED),
            Reply.json(302, "").with("Location", rig.url("/token").toString()),
            Reply.hangUp(),
            Reply.cut())) {
      rig.google.next(request -> true, trouble);
      HttpResponse<String> answer = rig.asks();
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("15");
      assertThat(answer.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://mail.google.com/", "", BrokerRig.SCOPES + " openid"})
  void keepsATokenThatMayDoSomethingElse(String scope) {
    rig.google.next(request -> true, BrokerRig.token(scope));
    assertThat(rig.asks().body()).isEqualTo("{\"error\":\"invalid_scope\"}");
  }

  @Test
  void handsNoSecretOnThatGoogleEchoes() {
    rig.google.next(
        request -> true,
        Reply.ok(
            "{\"access_token\":\"%s\",\"expires_in\":1,\"scope\":\"%s\",\"token_type\":\"B\"}"
                .formatted(BrokerRig.LONG_LIVED, BrokerRig.SCOPES)));
    assertThat(rig.asks().body()).doesNotContain(BrokerRig.LONG_LIVED);
  }

  @Test
  void givesAFewAnHour() {
    for (int i = 0; i < Allowance.MOST; i++) {
      assertThat(rig.asks().statusCode()).isEqualTo(200);
    }
    HttpResponse<String> answer = rig.asks();
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3600");
    assertThat(rig.google.requests()).hasSize(Allowance.MOST);
    rig.time.advance(Duration.ofHours(1));
    assertThat(rig.asks().statusCode()).isEqualTo(200);
  }
}
