package dev.moltbot.adapter.tokens;

import dev.moltbot.fake.FakeService;
import dev.moltbot.fake.Reply;
import dev.moltbot.testkit.SettableTime;
import dev.moltbot.wire.HttpClients;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The broker on a free port, with Google played behind it and a caller in front. */
final class BrokerRig implements AutoCloseable {
  static final String KEY = "key-of-the-sandbox";
  static final String LONG_LIVED = "refresh-token-of-years";
  static final String CLIENT_SECRET = "secret-of-the-client";
  static final String SCOPES =
      "https://www.googleapis.com/auth/gmail.readonly https://www.googleapis.com/auth/gmail.send";

  final FakeService google = new FakeService(request -> token(SCOPES));
  final SettableTime time = new SettableTime();
  private final Broker broker;
  private final HttpClient caller = HttpClient.newHttpClient();

  BrokerRig() {
    var config =
        new TokensConfig(
            "127.0.0.1",
            0,
            Secret.of(KEY),
            google.url().resolve("token"),
            "client",
            Secret.of(CLIENT_SECRET),
            Secret.of(LONG_LIVED));
    try {
      broker = (Broker) config.serve(new HttpClients(call -> {}, System::nanoTime), time);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Google's answer, with fields that are nobody's business. */
  static Reply token(String scope) {
    return Reply.ok(
        """
        {"access_token":"for-an-hour","expires_in":3599,"scope":"%s","token_type":"Bearer",\
        "refresh_token":"a-new-one","refresh_token_expires_in":604799,"id_token":"who-i-am"}\
        """
            .formatted(scope));
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + broker.port() + path);
  }

  HttpResponse<String> asks() {
    return posts("grant_type=refresh_token&client_id=any&client_secret=any&refresh_token=" + KEY);
  }

  HttpResponse<String> posts(String form) {
    return says("POST", "/token", form);
  }

  HttpResponse<String> says(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return caller.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    caller.close();
    broker.close();
    google.close();
  }
}
