package dev.moltbot.adapter.gmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Profile;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Google's own Java types read what our fake answers and what we send. */
class IndependentModelTest {
  private final GmailRig rig = new GmailRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theirTypesReadEveryAnswerOfOurFake() throws Exception {
    String id = rig.gmail.mailbox.receives("ada@example.org", "hello");
    assertThat(ask("profile", Profile.class).getHistoryId().bitLength()).isEqualTo(64);
    assertThat(ask("messages?maxResults=5&q=", ListMessagesResponse.class).getMessages())
        .hasSize(1);
    Message message = ask("messages/" + id + "?format=raw", Message.class);
    assertThat(new String(message.decodeRaw(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("hello");
    assertThat(message.getInternalDate()).isEqualTo(1_767_268_800_000L);
    String start = "9223372036854775818";
    ListHistoryResponse history =
        ask("history?maxResults=5&startHistoryId=" + start, ListHistoryResponse.class);
    assertThat(history.getHistory().getFirst().getMessagesAdded()).hasSize(1);
  }

  @Test
  void theirTypesReadWhatWeSend() throws IOException {
    String json =
        new Moshi.Builder()
            .build()
            .adapter(GmailApi.Outgoing.class)
            .toJson(new GmailApi.Outgoing("aGVsbG8", "t1"));
    Message message = parse(json, Message.class);
    assertThat(message.decodeRaw()).asString().isEqualTo("hello");
    assertThat(message.getThreadId()).isEqualTo("t1");
  }

  private <T extends GenericJson> T ask(String path, Class<T> type) throws Exception {
    Access.Granted granted = (Access.Granted) rig.tokens().current();
    URI uri = rig.gmail.url().resolve("gmail/v1/users/me/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + granted.token().reveal())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body(), type);
    }
  }

  private static <T extends GenericJson> T parse(String json, Class<T> type) throws IOException {
    T parsed = GsonFactory.getDefaultInstance().fromString(json, type);
    assertThat(parsed.getUnknownKeys()).isEmpty();
    return parsed;
  }
}
