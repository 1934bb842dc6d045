package dev.moltbot.adapter.gmail;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Google's token endpoint: one client, one refresh token, access tokens that work until told. */
public final class FakeTokens {
  static final String READ = "https://www.googleapis.com/auth/gmail.readonly";
  static final String SEND = "https://www.googleapis.com/auth/gmail.send";
  static final String ALL_MAIL = "https://mail.google.com/";

  private final Set<String> valid = ConcurrentHashMap.newKeySet();
  private final AtomicInteger minted = new AtomicInteger();
  private volatile String scope = READ + " " + SEND;
  private volatile boolean revoked;
  private volatile @Nullable MockResponse scripted;

  /** Tokens minted so far. */
  public int minted() {
    return minted.get();
  }

  /** What tokens may do from now on. */
  public void scope(String granted) {
    scope = granted;
  }

  /** Makes all access tokens invalid; new ones can be had. */
  public void expireAll() {
    valid.clear();
  }

  /** The owner withdraws the authorisation. */
  public void revoke() {
    revoked = true;
    valid.clear();
  }

  /** Every request for a token gets this answer, until it is null again. */
  public void answers(@Nullable MockResponse answer) {
    scripted = answer;
  }

  MockResponse answer(RecordedRequest request) {
    MockResponse instead = scripted;
    if (instead != null) {
      minted.incrementAndGet();
      return instead;
    }
    HttpUrl form =
        HttpUrl.get("http://form/?" + (request.getBody() == null ? "" : request.getBody().utf8()));
    if (!"refresh_token".equals(form.queryParameter("grant_type"))) {
      return FakeGmail.json(400, "{\"error\":\"unsupported_grant_type\"}");
    }
    if (!"client".equals(form.queryParameter("client_id"))
        || !"client-secret".equals(form.queryParameter("client_secret"))) {
      return FakeGmail.json(401, "{\"error\":\"invalid_client\"}");
    }
    return revoked || !"refresh-1".equals(form.queryParameter("refresh_token"))
        ? FakeGmail.json(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":"
                + "\"Token has been expired or revoked.\"}")
        : mint();
  }

  private MockResponse mint() {
    String token = "access-" + minted.incrementAndGet();
    valid.add(token);
    return FakeGmail.json(
        200,
        "{\"access_token\":\"%s\",\"expires_in\":3599,\"scope\":\"%s\",\"token_type\":\"Bearer\"}"
            .formatted(token, scope));
  }

  /** What a request lacks: "token", "insufficientPermissions", or nothing. */
  String lacking(RecordedRequest request, boolean sending) {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.startsWith("Bearer ") || !valid.contains(header.substring(7))) {
      return "token";
    }
    Set<String> granted = Set.of(scope.split(" ", -1));
    boolean may = granted.contains(sending ? SEND : READ) || granted.contains(ALL_MAIL);
    return may ? "" : "insufficientPermissions";
  }
}
