package dev.moltbot.domain.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
  private static final String TEXT =
      """
      # A remark.
      api.example.org:443 for moltbot
        key x-api-key MOLTBOT_ANTHROPIC_KEY
        POST /v1/messages
        GET /v1/{id}

      bots.example.org:443 for moltbot
        key authorization granted by tokens.example.org
        POST /bot{MOLTBOT_DESK_TOKEN}/sendMessage to MOLTBOT_DESK_OWNER
        POST /bot{MOLTBOT_TELEGRAM_TOKEN}/sendMessage to who wrote to us
      tokens.example.org:443 for tokens
        POST /token
      web.example.org:443 for whatsapp tunnel 64 MiB an hour
      localhost:3000 for moltbot on the host
        POST /**
      """;

  private final AllowList.Parsed parsed = AllowList.parse(TEXT);

  @Test
  void readsEveryLine() {
    assertThat(parsed.problems()).isEmpty();
    var list = parsed.list();
    assertThat(list.endpoints()).hasSize(5);
    assertThat(list.endpoints().get(0).keys())
        .containsExactly(new Key("x-api-key", new Key.Source.Set("MOLTBOT_ANTHROPIC_KEY")));
    assertThat(list.endpoints().get(1).keys())
        .containsExactly(new Key("authorization", new Key.Source.GrantedBy("tokens.example.org")));
    assertThat(list.endpoints().get(1).rules())
        .extracting(Rule::to)
        .containsExactly(new Addressee.Owner("MOLTBOT_DESK_OWNER"), new Addressee.WroteToUs());
    assertThat(list.endpoints().get(3).reach()).isEqualTo(new Reach.Tunnel(64L << 20));
    assertThat(list.endpoints().get(4).reach()).isEqualTo(new Reach.OnTheHost());
    assertThat(list.of(Caller.TOKENS))
        .extracting(Endpoint::host)
        .containsExactly("tokens.example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "MOLTBOT, POST, api.example.org, 443, /v1/messages",
    "MOLTBOT, POST, API.EXAMPLE.ORG, 443, /v1/messages",
    "MOLTBOT, GET, api.example.org, 443, /v1/18c2-a_b.c",
    "MOLTBOT, POST, bots.example.org, 443, /bot123:ABC-def_1/sendMessage",
    "TOKENS, POST, tokens.example.org, 443, /token",
    "MOLTBOT, POST, localhost, 3000, /a/b/c",
    "MOLTBOT, POST, localhost, 3000, /",
  })
  void allowsWhatStandsThere(Caller who, String method, String host, int port, String path) {
    assertThat(parsed.list().ruling(who, method, host, port, path))
        .isInstanceOf(Ruling.Allowed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MOLTBOT, POST, evil.example, 443, /v1/messages",
    "MOLTBOT, POST, api.example.org.evil.example, 443, /v1/messages",
    "MOLTBOT, POST, xapi.example.org, 443, /v1/messages",
    "MOLTBOT, POST, api.example.org., 443, /v1/messages",
    "MOLTBOT, POST, api.example.org, 80, /v1/messages",
    "MOLTBOT, DELETE, api.example.org, 443, /v1/messages",
    "MOLTBOT, GET, api.example.org, 443, /v1/messages/more",
    "MOLTBOT, POST, api.example.org, 443, /v1/messages/",
    "MOLTBOT, POST, api.example.org, 443, /v1//messages",
    "MOLTBOT, POST, api.example.org, 443, /V1/messages",
    "MOLTBOT, POST, api.example.org, 443, /v1/../v1/messages",
    "MOLTBOT, GET, api.example.org, 443, /v1/..",
    "MOLTBOT, GET, api.example.org, 443, /v1/.",
    "MOLTBOT, GET, api.example.org, 443, /v1/a%2fb",
    "MOLTBOT, GET, api.example.org, 443, /v1/",
    "MOLTBOT, GET, api.example.org, 443, /v1/a?b",
    "MOLTBOT, POST, bots.example.org, 443, /bot123:ABC-def_1/deleteMessage",
    "MOLTBOT, POST, bots.example.org, 443, /bot/sendMessage",
    "MOLTBOT, POST, tokens.example.org, 443, /token",
    "WHATSAPP, POST, api.example.org, 443, /v1/messages",
    "MOLTBOT, POST, localhost, 5432, /",
    "MOLTBOT, POST, localhost, 3000, /a%2e%2e/b",
  })
  void refusesEverythingElse(Caller who, String method, String host, int port, String path) {
    assertThat(parsed.list().ruling(who, method, host, port, path))
        .isInstanceOf(Ruling.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example.org",
        "api.example.org:443",
        "api.example.org:443 for everybody",
        "api.example.org:0 for moltbot",
        "api.example.org:70000 for moltbot",
        "*.example.org:443 for moltbot",
        "API.example.org:443 for moltbot",
        "api.example.org.:443 for moltbot",
        "api.example.org:443 for moltbot tunnel 2000 MiB an hour",
        "api.example.org:443 for moltbot tunnel",
        "  GET /before/any/address",
        "a.example:443 for moltbot\n  PATCH /x",
        "a.example:443 for moltbot\n  GET x",
        "a.example:443 for moltbot\n  GET /../x",
        "a.example:443 for moltbot\n  GET /x to",
        "a.example:443 for moltbot\n  GET /x*",
        "a.example:443 for moltbot\n  key X-Api-Key MOLTBOT_KEY",
        "a.example:443 for moltbot\n  key x-api-key",
        "a.example:443 for moltbot\n  GET /x\na.example:443 for tokens\n  GET /y",
      })
  void saysWhatMakesNoSense(String text) {
    assertThat(AllowList.parse(text).problems()).isNotEmpty();
  }

  @Test
  void namesTheLineAndNotWhatStandsInIt() {
    assertThat(AllowList.parse("# one\na.example:443 for moltbot\n  PATCH /secret\n").problems())
        .containsExactly(
            "line 3 is neither a key nor METHOD PATH, with GET or POST",
            "a.example:443 has no rule, so nothing of it can be used");
  }

  /** The expression for the gateway and the one for the guard are one. */
  @Test
  void writesAnExpressionForPathsWithTheirQuery() {
    var pattern = new PathPattern("/bot{MOLTBOT_DESK_TOKEN}/v1.0/{id}");
    assertThat(pattern.setting()).isEqualTo("MOLTBOT_DESK_TOKEN");
    assertThat("/bot1:abc/v1.0/x?y=/z").matches(pattern.regex());
    assertThat("/bot1:abc/v1x0/x").doesNotMatch(pattern.regex());
    assertThat("/bot1:abc/v1.0/x/../y").doesNotMatch(pattern.regex());
  }
}
