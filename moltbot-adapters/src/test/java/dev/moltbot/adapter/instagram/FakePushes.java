package dev.moltbot.adapter.instagram;

import dev.moltbot.hook.Signature;
import dev.moltbot.testkit.WebhookFarSide;
import dev.moltbot.wire.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.IntSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Instagram as it calls a receiver. */
final class FakePushes implements WebhookFarSide {
  static final String VERIFY_TOKEN = "a-word-of-my-own";
  static final Secret APP_SECRET = Secret.of("app-secret");
  static final Secret WORD = Secret.of(VERIFY_TOKEN);
  static final InstagramConfig.Webhook WEBHOOK = new InstagramConfig.Webhook(0, APP_SECRET, WORD);

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client = new OkHttpClient();
  private final IntSupplier port;
  private final InstantSource time;
  private String last = "";
  private int messages;

  FakePushes(IntSupplier port, InstantSource time) {
    this.port = port;
    this.time = time;
  }

  /** What Instagram writes about one message. */
  String body(String from, String to, String id, String text, String more) {
    String account = to.startsWith("1784") ? to : from;
    return """
    {"object":"instagram","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},\
    "recipient":{"id":"%s"},"timestamp":%d,"message":{"mid":"%s","text":"%s"%s}}]}]}\
    """
        .formatted(account, time.millis(), from, to, time.millis(), id, text, more);
  }

  @Override
  public int calls(String words) {
    last = body("100009", FakeInbox.ACCOUNT, "pushed-" + ++messages, words, "");
    return callsSigned(last);
  }

  @Override
  public int callsAgain() {
    return callsSigned(last);
  }

  @Override
  public int callsSignedWrong(String words) {
    return post(fresh(words), signed(fresh(words), Secret.of("another")));
  }

  @Override
  public int callsUnsigned(String words) {
    return post(fresh(words), null);
  }

  @Override
  public int callsChanged(String words) {
    return post(fresh(words + "!"), signed(fresh(words + "?"), APP_SECRET));
  }

  @Override
  public int callsSigned(String body) {
    return post(body, signed(body, APP_SECRET));
  }

  /** Status and body of the answer to a handshake. */
  String handshake(String mode, String token, String challenge) {
    String query =
        "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge=" + challenge;
    return answer(new Request.Builder().url(url() + query).build());
  }

  private String fresh(String words) {
    return body("100009", FakeInbox.ACCOUNT, "pushed-x", words, "");
  }

  private static String signed(String body, Secret key) {
    return Signature.hex(Pushes.SIGNATURE, "sha256=", key)
        .of(body.getBytes(StandardCharsets.UTF_8));
  }

  private int post(String body, @Nullable String signature) {
    var request = new Request.Builder().url(url()).post(RequestBody.create(body, JSON));
    if (signature != null) {
      request.header(Pushes.SIGNATURE, signature);
    }
    return Integer.parseInt(answer(request.build()).split(" ", 2)[0]);
  }

  private String url() {
    return "http://127.0.0.1:" + port.getAsInt() + Pushes.PATH;
  }

  private String answer(Request request) {
    try (Response response = client.newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
