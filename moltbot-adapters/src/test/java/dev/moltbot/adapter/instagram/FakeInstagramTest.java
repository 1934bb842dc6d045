package dev.moltbot.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moltbot.testkit.SettableTime;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake refuses what Instagram refuses; else passing against it proves nothing. */
class FakeInstagramTest {
  private final SettableTime time = new SettableTime();
  private final FakeInstagram instagram = new FakeInstagram(time, true);
  private final OkHttpClient client = new OkHttpClient();

  @AfterEach
  void close() {
    instagram.close();
  }

  @Test
  void wantsTheTokenInAHeader() throws IOException {
    assertThat(read("v24.0/me", "Bearer nonsense")).contains("\"code\":190");
    assertThat(read("v24.0/me", "")).contains("\"code\":190");
    assertThat(read("v24.0/me")).contains(FakeInbox.USERNAME);
  }

  @Test
  void wantsAPlatformAndFieldsThatExist() throws IOException {
    assertThat(read("v24.0/me/conversations?fields=id&limit=1")).contains("\"code\":100");
    assertThat(read("v24.0/me/conversations?platform=instagram&fields=id,nonsense&limit=1"))
        .contains("\"code\":100");
    time.advance(Duration.ofSeconds(1));
    assertThat(read("v24.0/nobody?fields=id,messages%7Bid%7D")).contains("\"error_subcode\":33");
  }

  @Test
  void takesNoThirdCallWithinASecond() throws IOException {
    String path = "v24.0/me/conversations?platform=instagram&fields=id&limit=1";
    assertThat(read(path)).contains("data");
    assertThat(read(path)).contains("data");
    assertThat(read(path)).contains("\"code\":613");
    time.advance(Duration.ofSeconds(1));
    assertThat(read(path)).contains("data");
  }

  @Test
  void takesThousandBytesWithinADayFromWhoeverWasWrittenBy() throws IOException {
    assertThat(send("1", "hello")).contains("2534022");
    instagram.inbox.receives("1", "hi", time.instant());
    assertThat(send("1", "x".repeat(1_000))).contains("message_id");
    assertThat(send("1", "x".repeat(1_001))).contains("\"code\":100");
    time.advance(Duration.ofHours(24));
    assertThat(send("1", "hello")).contains("2534022");
    assertThat(instagram.sent()).hasSize(1);
  }

  @Test
  void renewsNoTokenThatIsYoungerThanADay() throws IOException {
    String path = "refresh_access_token?grant_type=ig_refresh_token&access_token=";
    assertThat(read(path + FakeToken.FIRST)).contains("\"code\":100");
    time.advance(Duration.ofDays(1));
    assertThat(read(path + FakeToken.FIRST)).contains("IGAA-renewed-1");
    assertThat(read(path + "nonsense")).contains("\"code\":190");
  }

  private String read(String path) throws IOException {
    return read(path, "Bearer " + FakeToken.FIRST);
  }

  private String read(String path, String authorization) throws IOException {
    var request =
        new Request.Builder()
            .url(instagram.url() + path)
            .header("Authorization", authorization)
            .build();
    return body(request);
  }

  private String send(String person, String text) throws IOException {
    String json =
        "{\"recipient\":{\"id\":\"" + person + "\"},\"message\":{\"text\":\"" + text + "\"}}";
    var request =
        new Request.Builder()
            .url(instagram.url() + "v24.0/me/messages")
            .header("Authorization", "Bearer " + FakeToken.FIRST)
            .post(RequestBody.create(json, MediaType.get("application/json")))
            .build();
    return body(request);
  }

  private String body(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }
}
