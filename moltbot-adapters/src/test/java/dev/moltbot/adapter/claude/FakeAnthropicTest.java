package dev.moltbot.adapter.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fake refuses what the real API refuses; a fake that nods at everything proves nothing. */
class FakeAnthropicTest {
  private static final String GOOD =
      "{\"model\":\"claude-opus-5-5\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  private final FakeAnthropic fake = new FakeAnthropic("key");

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void answersAGoodRequest() throws IOException {
    assertThat(post("v1/messages", "key", "2023-06-01", GOOD)).startsWith("200");
    assertThat(fake.accepted()).containsExactly(GOOD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v1/message|key|2023-06-01|404 not_found_error",
        "v1/messages|wrong|2023-06-01|401 authentication_error",
        "v1/messages|key|2024-01-01|400 invalid_request_error"
      })
  void refusesAWrongAddressKeyOrVersion(String path, String key, String version, String refusal)
      throws IOException {
    assertThat(post(path, key, version, GOOD)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"max_tokens\":9,|",
        "\"max_tokens\":9|\"max_tokens\":0",
        "\"max_tokens\":9|\"max_tokens\":9,\"temperature\":0.5",
        "\"max_tokens\":9|\"max_tokens\":9,\"to\":1",
        "\"role\":\"user\"|\"role\":\"assistant\"",
        "\"hi\"|\"\"",
        "[{\"role\":\"user\",\"content\":\"hi\"}]|[]",
        "\"max_tokens\":9|\"max_tokens\":9,\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{}}}",
        "}]}|}]"
      })
  void refusesABrokenBody(String part, String replacement) throws IOException {
    String body = GOOD.replace(part, replacement == null ? "" : replacement);
    assertThat(post("v1/messages", "key", "2023-06-01", body))
        .isEqualTo("400 invalid_request_error");
    assertThat(fake.accepted()).isEmpty();
  }

  @Test
  void knowsNoModelItWasNotTold() throws IOException {
    assertThat(post("v1/messages", "key", "2023-06-01", GOOD.replace("opus-5-5", "opus-9-9")))
        .isEqualTo("404 not_found_error");
  }

  private String post(String path, String key, String version, String body) throws IOException {
    var request =
        new Request.Builder()
            .url(fake.url().resolve(path).toString())
            .header("x-api-key", key)
            .header("anthropic-version", version)
            .post(RequestBody.create(body, MediaType.get("application/json")))
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      String answer = response.body().string();
      String type = answer.replaceAll("(?s).*\"error\":\\{\"type\":\"([a-z_]+)\".*", "$1");
      return response.code() + " " + type;
    }
  }
}
