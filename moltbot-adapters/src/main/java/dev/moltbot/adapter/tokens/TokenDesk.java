package dev.moltbot.adapter.tokens;

import com.squareup.moshi.JsonDataException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.moltbot.wire.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Response;

/**
 * Answers in the form of Google's token endpoint. Nothing that the caller sends reaches Google, and
 * of what Google answers only four fields reach the caller. Thread-safe.
 */
final class TokenDesk implements HttpHandler {
  /** The longest form there is: three short fields. */
  static final int MAX_BODY_BYTES = 8 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(TokenDesk.class);
  private static final String PATH = "/token";
  private static final String GRANT = "refresh_token";
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final TokensConfig config;
  private final Mint mint;
  private final Allowance allowance;
  private final InstantSource time;

  TokenDesk(TokensConfig config, Mint mint, InstantSource time) {
    this.config = config;
    this.mint = mint;
    this.allowance = new Allowance(time);
    this.time = time;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Cache-Control", "no-store");
      if (answer.status() == Answer.TOO_OFTEN || answer.status() == Answer.AWAY) {
        headers.set("Retry-After", Long.toString(answer.pause().toSeconds()));
      }
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!PATH.equals(exchange.getRequestURI().toString())
        || !exchange.getRequestMethod().equals("POST")) {
      return Answer.refused(404, "invalid_request");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return Answer.refused(413, "invalid_request");
    }
    return asked(Form.read(new String(body, StandardCharsets.UTF_8)));
  }

  private Answer asked(Map<String, String> form) {
    if (!GRANT.equals(form.get("grant_type"))) {
      return Answer.refused(400, "unsupported_grant_type");
    }
    if (form.containsKey("scope")) {
      return Answer.refused(400, "invalid_scope");
    }
    if (!knows(form.getOrDefault(GRANT, ""))) {
      LOG.warn("somebody without the key asked for a token; they got none");
      return Answer.refused(401, "invalid_client");
    }
    Duration wait = allowance.take();
    if (!wait.isZero()) {
      LOG.warn("more tokens were asked for than {} in {}", Allowance.MOST, Allowance.SPAN);
      return Answer.later(Answer.TOO_OFTEN, wait);
    }
    return minted();
  }

  /** Takes as long for a key that is nearly right as for any other. */
  private boolean knows(String shown) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8),
        config.key().reveal().getBytes(StandardCharsets.UTF_8));
  }

  private Answer minted() {
    try {
      Response<Mint.Minted> response =
          mint.refresh(
                  config.endpoint().toString(),
                  GRANT,
                  config.clientId(),
                  config.clientSecret().reveal(),
                  config.refreshToken().reveal())
              .execute();
      Mint.Minted token = response.body();
      Answer answer = token == null ? failed(response) : handedOver(token);
      LOG.info("a token was asked for; the answer is {}", answer.status());
      return answer;
    } catch (IOException | JsonDataException e) {
      LOG.warn("no usable answer from the token endpoint: {}", e.getClass().getSimpleName());
      return Answer.later(Answer.AWAY, PAUSE);
    }
  }

  private Answer handedOver(Mint.Minted token) {
    if (!Scopes.exactly(token.scope())) {
      LOG.error("Google's token may do something else than gmail.readonly and gmail.send");
      return Answer.refused(400, "invalid_scope");
    }
    Answer answer = Answer.token(token);
    if (answer.body().contains(config.refreshToken().reveal())
        || answer.body().contains(config.clientSecret().reveal())) {
      LOG.error("the token endpoint answered with a secret of ours; it was not handed on");
      return Answer.later(Answer.AWAY, PAUSE);
    }
    return answer;
  }

  private Answer failed(Response<Mint.Minted> response) throws IOException {
    int status = response.code();
    if (status < 400 || status == 408 || status == Answer.TOO_OFTEN || status >= 500) {
      Duration wait = RetryAfter.in(response.headers(), time.instant()).orElse(PAUSE);
      return Answer.later(status == Answer.TOO_OFTEN ? status : Answer.AWAY, wait);
    }
    ResponseBody body = response.errorBody();
    return Answer.refused(status, body == null ? "" : Answer.problem(body.source()));
  }
}
