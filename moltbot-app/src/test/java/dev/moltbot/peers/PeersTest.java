package dev.moltbot.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each peer alone: what the end-to-end test stands on. */
@Tag("peers")
class PeersTest {
  private static final String BOT = "bot1:A/";
  private static final long OLENA = 7;

  private final OkHttpClient client = new OkHttpClient();

  @Test
  void aMailComesInAndAReplyGoesOut() throws IOException {
    try (var google = new GooglePeer("olena@example.org")) {
      assertThat(google.sent()).isEmpty();
      google.receives(
          "From: ada@example.net\nTo: olena@example.org\nSubject: Lunch?\nMessage-ID: <m1@example.net>\n\nFriday?\n");
      Json tokens = refreshed(google);
      assertThat(tokens.at("scope").text()).isEqualTo(GooglePeer.SCOPES);
      String token = tokens.at("access_token").text();
      Json profile = get(google.url(), "gmail/v1/users/me/profile", token);
      assertThat(profile.at("emailAddress").text()).isEqualTo("olena@example.org");
      assertThat(profile.at("historyId").text()).matches("[0-9]{2,}");
      String search = "gmail/v1/users/me/messages?q=rfc822msgid:m1@example.net";
      assertThat(get(google.url(), search, token).at("messages").each()).hasSize(1);
      String raw = "RnJvbTogb2xlbmFAZXhhbXBsZS5vcmcNClRvOiBhZGFAZXhhbXBsZS5uZXQNCg0KWWVzLg0K";
      post(google.url(), "gmail/v1/users/me/messages/send", Map.of("raw", raw), token);
      assertThat(google.sent()).singleElement().asString().contains("Yes.");
    }
  }

  @Test
  void aCardGoesOutATapComesBackAndTheButtonsGo() throws IOException {
    try (var telegram = new TelegramPeer("1:A", OLENA)) {
      var key = Map.of("text", "Approve", "callback_data", "a1");
      var keyboard = Map.of("inline_keyboard", List.of(List.of(key)));
      bot(
          telegram,
          "sendMessage",
          Map.of("chat_id", OLENA, "text", "card", "reply_markup", keyboard));
      TelegramPeer.Card card = telegram.screen().getFirst();
      assertThat(card.text()).isEqualTo("card");
      telegram.taps(card, "Approve");
      Json update = bot(telegram, "getUpdates", Map.of("timeout", 5)).each().getFirst();
      assertThat(update.at("callback_query").at("data").text()).isEqualTo("a1");
      bot(
          telegram,
          "editMessageText",
          Map.of("chat_id", OLENA, "message_id", card.id(), "text", "sent"));
      TelegramPeer.Card edited = telegram.screen().getFirst();
      assertThat(edited.text()).isEqualTo("sent");
      assertThat(edited.buttons()).isEmpty();
    }
  }

  @Test
  void anUpdateComesAgainUntilItIsAcknowledged() throws IOException {
    try (var telegram = new TelegramPeer("1:A", OLENA)) {
      telegram.says("/status");
      Json first = bot(telegram, "getUpdates", Map.of()).each().getFirst();
      assertThat(first.at("message").at("text").text()).isEqualTo("/status");
      Json again = bot(telegram, "getUpdates", Map.of()).each().getFirst();
      assertThat(again).isEqualTo(first);
      long next = first.at("update_id").number() + 1;
      assertThat(bot(telegram, "getUpdates", Map.of("offset", next)).each()).isEmpty();
    }
  }

  private Json refreshed(GooglePeer google) throws IOException {
    var form =
        new FormBody.Builder()
            .add("grant_type", "refresh_token")
            .add("refresh_token", google.refreshToken())
            .add("client_id", GooglePeer.CLIENT_ID)
            .add("client_secret", GooglePeer.CLIENT_SECRET)
            .build();
    return call(new Request.Builder().url(google.url().resolve("token").toString()).post(form));
  }

  private Json bot(TelegramPeer telegram, String method, Map<String, Object> body)
      throws IOException {
    Json answer = post(telegram.url(), BOT + method, body, "none");
    assertThat(answer.at("ok")).isEqualTo(new Json(true));
    return answer.at("result");
  }

  private Json get(URI base, String path, String token) throws IOException {
    return call(
        new Request.Builder()
            .url(base.resolve("/" + path).toString())
            .header("Authorization", "Bearer " + token));
  }

  private Json post(URI base, String path, Map<String, Object> body, String token)
      throws IOException {
    return call(
        new Request.Builder()
            .url(base.resolve("/" + path).toString())
            .header("Authorization", "Bearer " + token)
            .post(RequestBody.create(Json.of(body), MediaType.get("application/json"))));
  }

  private Json call(Request.Builder request) throws IOException {
    try (Response response = client.newCall(request.build()).execute()) {
      assertThat(response.code()).isEqualTo(200);
      return Json.parse(response.body().string());
    }
  }
}
