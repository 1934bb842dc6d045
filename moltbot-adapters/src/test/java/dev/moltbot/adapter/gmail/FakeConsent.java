package dev.moltbot.adapter.gmail;

import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Google's page of consent and its token endpoint, written from RFC 6749, 7636 and 8252: a code is
 * bound to the client, the redirect and the challenge, and is good once.
 */
final class FakeConsent implements AutoCloseable {
  private static final Set<String> SCOPES = Set.of(FakeTokens.READ, FakeTokens.SEND);

  final FakeService service = new FakeService(this::answer);
  private final Map<String, Request> codes = new ConcurrentHashMap<>();
  private volatile String granted = FakeTokens.READ + " " + FakeTokens.SEND;
  private volatile String refusal = "";

  URI page() {
    return service.url().resolve("o/oauth2/v2/auth");
  }

  URI tokens() {
    return service.url().resolve("token");
  }

  /** What tokens may do, whatever was asked for. */
  void grants(String scopes) {
    granted = scopes;
  }

  /** The owner presses the other button. */
  void refuses(String error) {
    refusal = error;
  }

  private Reply answer(Request request) {
    return switch (request.path()) {
      case "/o/oauth2/v2/auth" -> consent(request);
      case "/token" -> token(request);
      default -> Reply.json(404, "{}");
    };
  }

  private Reply consent(Request asked) {
    boolean good =
        asked.parameter("client_id").equals("client")
            && asked.parameter("response_type").equals("code")
            && asked.parameter("redirect_uri").matches("http://127\\.0\\.0\\.1:\\d+/")
            && Set.of(asked.parameter("scope").split(" ", -1)).equals(SCOPES)
            && asked.parameter("state").length() == 43
            && asked.parameter("code_challenge").matches("[A-Za-z0-9_-]{43}")
            && asked.parameter("code_challenge_method").equals("S256")
            && asked.parameter("access_type").equals("offline")
            && asked.parameter("prompt").equals("consent");
    if (!good) {
      return Reply.json(400, "{\"error\":\"invalid_request\"}");
    }
    String code = "code-" + codes.size();
    codes.put(code, asked);
    String what = refusal.isEmpty() ? "code=" + code : "error=" + refusal;
    String state = URLEncoder.encode(asked.parameter("state"), StandardCharsets.UTF_8);
    return new Reply(302, Map.of(), "", Reply.Manner.WHOLE)
        .with("Location", asked.parameter("redirect_uri") + "?state=" + state + "&" + what);
  }

  private Reply token(Request asked) {
    Request consent = codes.remove(asked.parameter("code"));
    boolean client =
        asked.parameter("client_id").equals("client")
            && asked.parameter("client_secret").equals("client-secret");
    boolean good =
        consent != null
            && asked.parameter("grant_type").equals("authorization_code")
            && asked.parameter("redirect_uri").equals(consent.parameter("redirect_uri"))
            && challenge(asked.parameter("code_verifier"))
                .equals(consent.parameter("code_challenge"));
    if (!client || !good) {
      return Reply.json(client ? 400 : 401, "{\"error\":\"invalid_grant\"}");
    }
    return Reply.ok(
        """
        {"access_token":"access-0","expires_in":3599,"scope":"%s","token_type":"Bearer",\
        "refresh_token":"refresh-new"}\
        """
            .formatted(granted));
  }

  static String challenge(String verifier) {
    try {
      byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(ascii);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
