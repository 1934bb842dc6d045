package dev.moltbot.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * emulate's Gmail with one mailbox, behind a shim that adds what Gmail has and the emulator lacks:
 * the profile, Google's path of the token endpoint, and the search for a Message-ID (which its
 * parser cuts one character short). What it does not enforce (scopes, quotas, the age of a history
 * id) our own wire fake of Gmail does.
 */
public final class GooglePeer implements AutoCloseable {
  public static final String CLIENT_ID = "moltbot-client";
  public static final String CLIENT_SECRET = "moltbot-secret";
  public static final String SCOPES =
      "https://www.googleapis.com/auth/gmail.readonly https://www.googleapis.com/auth/gmail.send";

  private static final String CALLBACK = "http://127.0.0.1/callback";
  private static final String MESSAGES = "gmail/v1/users/me/messages";

  private final Peer peer;
  private final GmailShim shim;
  private final OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
  private final String refreshToken;
  private final Headers authorized;

  public GooglePeer(String address) {
    this.peer = Peer.start("emulate", port -> arguments(port, address));
    this.shim = new GmailShim(peer.url(), address);
    Json tokens = login(address);
    this.refreshToken = tokens.at("refresh_token").text();
    this.authorized = Headers.of("Authorization", "Bearer " + tokens.at("access_token").text());
  }

  /** What a client has for {@code https://gmail.googleapis.com/}, and for the token endpoint. */
  public URI url() {
    return shim.url();
  }

  /** Good for {@link #SCOPES} and nothing else. */
  public String refreshToken() {
    return refreshToken;
  }

  /** Puts a mail into the inbox, as if it had come in. */
  public void receives(String mail) {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    RequestBody body =
        RequestBody.create(Json.of(Map.of("raw", raw)), okhttp3.MediaType.get("application/json"));
    Request request =
        new Request.Builder()
            .url(peer.url().resolve(MESSAGES + "/import").toString())
            .headers(authorized)
            .post(body)
            .build();
    call(request);
  }

  /** Every mail that was sent from the mailbox, as sent. */
  public List<String> sent() {
    return shim
        .get(MESSAGES + "?labelIds=SENT&maxResults=100", authorized)
        .at("messages")
        .each()
        .stream()
        .map(message -> MESSAGES + "/" + message.at("id").text() + "?format=raw")
        .map(target -> shim.get(target, authorized).at("raw").text())
        .map(raw -> new String(Base64.getUrlDecoder().decode(raw), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void close() {
    shim.close();
    peer.close();
    client.connectionPool().evictAll();
  }

  private static List<String> arguments(int port, String address) {
    String seed =
        """
        google:
          users:
            - email: %s
              name: Olena
          oauth_clients:
            - client_id: %s
              client_secret: %s
              redirect_uris: [%s]
        """
            .formatted(address, CLIENT_ID, CLIENT_SECRET, CALLBACK);
    try {
      Files.writeString(Peers.installed().resolve("google.yaml"), seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String program = "node_modules/emulate/dist/index.js";
    String service = "--service=google";
    return List.of(program, service, "--port=" + port, "--seed=google.yaml");
  }

  /** What a person does once in a browser. */
  private Json login(String address) {
    var consent =
        new FormBody.Builder()
            .add("email", address)
            .add("redirect_uri", CALLBACK)
            .add("scope", SCOPES)
            .add("state", "s")
            .add("client_id", CLIENT_ID)
            .build();
    String location = call(form("o/oauth2/v2/auth/callback", consent)).header("Location", "");
    String code = String.valueOf(HttpUrl.get(String.valueOf(location)).queryParameter("code"));
    var exchange =
        new FormBody.Builder()
            .add("grant_type", "authorization_code")
            .add("code", code)
            .add("client_id", CLIENT_ID)
            .add("client_secret", CLIENT_SECRET)
            .add("redirect_uri", CALLBACK)
            .build();
    try (Response response = call(form("oauth2/token", exchange))) {
      return Json.parse(response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request form(String path, FormBody body) {
    return new Request.Builder().url(peer.url().resolve(path).toString()).post(body).build();
  }

  private Response call(Request request) {
    try {
      Response response = client.newCall(request).execute();
      if (response.code() >= 400) {
        throw new IllegalStateException("emulate answered " + response.code());
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class GmailShim extends Shim {
    private static final String ID_SEARCH = "rfc822msgid:";

    private final String address;

    GmailShim(URI peer, String address) {
      super(peer);
      this.address = address;
    }

    @Override
    MockResponse answer(RecordedRequest request) {
      String target = request.getTarget().substring(1);
      String query = String.valueOf(request.getUrl().queryParameter("q"));
      if (target.equals("token")) {
        return forwarded(request, "oauth2/token");
      }
      if (target.equals("gmail/v1/users/me/profile")) {
        return json(profile(request.getHeaders()));
      }
      return target.startsWith(MESSAGES + "?") && query.startsWith(ID_SEARCH)
          ? json(found(query.substring(ID_SEARCH.length()), request.getHeaders()))
          : forwarded(request, target);
    }

    private Json profile(Headers headers) {
      List<Json> newest = get(MESSAGES + "?maxResults=1", headers).at("messages").each();
      String historyId =
          newest.isEmpty()
              ? "1"
              : get(MESSAGES + "/" + newest.getFirst().at("id").text(), headers)
                  .at("historyId")
                  .text();
      return new Json(Map.of("emailAddress", address, "historyId", historyId));
    }

    private Json found(String messageId, Headers headers) {
      List<Object> hits =
          get(MESSAGES + "?maxResults=100", headers).at("messages").each().stream()
              .filter(message -> bare(idOf(message, headers)).equals(bare(messageId)))
              .<Object>map(message ->
                  Map.of("id", message.at("id").text(), "threadId", message.at("threadId").text()))
              .toList();
      return new Json(Map.of("messages", hits, "resultSizeEstimate", hits.size()));
    }

    private String idOf(Json message, Headers headers) {
      String target = MESSAGES + "/" + message.at("id").text() + "?format=metadata";
      return get(target, headers).at("payload").at("headers").each().stream()
          .filter(header -> header.at("name").text().equalsIgnoreCase("Message-ID"))
          .map(header -> header.at("value").text())
          .findFirst()
          .orElse("");
    }

    private static String bare(String id) {
      return id.replaceAll("[<>]", "");
    }
  }
}
