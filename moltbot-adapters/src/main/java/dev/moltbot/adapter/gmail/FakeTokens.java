package dev.moltbot.adapter.gmail;

import dev.moltbot.fake.Reply;
import dev.moltbot.fake.Request;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Google's token endpoint: one client, one refresh token, access tokens that work until told. */
final class FakeTokens {
  static final String READ = "https://www.googleapis.com/auth/gmail.readonly";
  static final String SEND = "https://www.googleapis.com/auth/gmail.send";
  static final String ALL_MAIL = "https://mail.google.com/";

  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private final AtomicInteger minted = new AtomicInteger();
  private volatile String scope = READ + " " + SEND;
  private volatile boolean revoked;
  private volatile @Nullable Reply scripted;

  /** Tokens minted so far. */
  int minted() {
    return minted.get();
  }

  /** What tokens may do from now on. */
  void scope(String granted) {
    scope = granted;
  }

  /** Makes all access tokens invalid; new ones can be had. */
  void expireAll() {
    valid.clear();
  }

  /** The owner withdraws the authorisation. */
  void revoke() {
    revoked = true;
    valid.clear();
  }

  /** Every request for a token gets this answer, until it is null again. */
  void answers(@Nullable Reply answer) {
    scripted = answer;
  }

  Reply answer(Request request) {
    Reply instead = scripted;
    if (instead != null) {
      minted.incrementAndGet();
      return instead;
    }
    if (!"refresh_token".equals(request.parameter("grant_type"))) {
      return Reply.json(400, "{\"error\":\"unsupported_grant_type\"}");
    }
    if (!"client".equals(request.parameter("client_id"))
        || !"client-secret".equals(request.parameter("client_secret"))) {
      return Reply.json(401, "{\"error\":\"invalid_client\"}");
    }
    return revoked || !"refresh-1".equals(request.parameter("refresh_token"))
        ? Reply.json(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":"
                + "\"Token has been expired or revoked.\"}")
        : mint();
  }

  private Reply mint() {
    String token = "access-" + minted.incrementAndGet();
    valid.add(token);
    return Reply.json(
        200,
        "{\"access_token\":\"%s\",\"expires_in\":3599,\"scope\":\"%s\",\"token_type\":\"Bearer\"}"
            .formatted(token, scope));
  }

  /** What a request lacks: "token", "insufficientPermissions", or nothing. */
  String lacking(Request request, boolean sending) {
    String header = request.header("authorization");
    if (!header.startsWith("Bearer ") || !valid.contains(header.substring(7))) {
      return "token";
    }
    Set<String> granted = Set.of(scope.split(" ", -1));
    boolean may = granted.contains(sending ? SEND : READ) || granted.contains(ALL_MAIL);
    return may ? "" : "insufficientPermissions";
  }
}
