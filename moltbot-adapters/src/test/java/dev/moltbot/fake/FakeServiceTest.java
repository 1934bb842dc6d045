package dev.moltbot.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fake that cannot fail proves nothing about those who survive it. */
class FakeServiceTest {
  private final FakeService service =
      new FakeService(request -> Reply.ok("{\"you\":\"" + request.parameter("who") + "\"}"));
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    service.close();
  }

  @Test
  void answersByItsLogicAndRemembersWhoAsked() throws Exception {
    assertThat(ask("a?who=J%C3%BCrg").body()).isEqualTo("{\"you\":\"Jürg\"}");
    assertThat(service.requests()).hasToString("[GET /a]");
  }

  @Test
  void givesAPlannedAnswerOnceToTheFirstThatFits() throws Exception {
    service.next(request -> request.path().equals("/b"), Reply.json(429, "{}"));
    assertThat(ask("a").statusCode()).isEqualTo(200);
    assertThat(ask("b").statusCode()).isEqualTo(429);
    assertThat(ask("b").statusCode()).isEqualTo(200);
  }

  @Test
  void cutsAnAnswerInTheMiddle() {
    service.next(request -> true, Reply.cut());
    assertThatThrownBy(() -> ask("a")).isInstanceOf(IOException.class);
  }

  @Test
  void hangsUpAfterCarryingItOut() {
    service.nextCarriedOut(request -> true, Reply.hangUp());
    // A POST: this client asks again for a GET that got no answer.
    var post = HttpRequest.newBuilder(service.url()).POST(HttpRequest.BodyPublishers.ofString("x"));
    assertThatThrownBy(() -> client.send(post.build(), HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(IOException.class);
    assertThat(service.requests()).hasSize(1);
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
