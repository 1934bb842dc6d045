package dev.moltbot.warden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moltbot.domain.egress.AllowList;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the warden as Squid does, byte for byte. */
class WardenTest {
  private static final String DESK = "111:desk-token";
  private static final String BOT = "222:channel-token";

  @TempDir Path folder;
  private Warden warden;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("pins"),
        "# made by a test\n"
            + pin("MOLTBOT_ANTHROPIC_KEY", "our-key")
            + pin("MOLTBOT_DESK_TOKEN", DESK)
            + pin("MOLTBOT_DESK_OWNER", "4242")
            + pin("MOLTBOT_TELEGRAM_TOKEN", BOT));
    start();
  }

  private void start() throws IOException {
    AllowList.Parsed parsed = AllowList.parse(Files.readString(Path.of("../security/allow-list")));
    assertThat(parsed.problems()).isEmpty();
    warden = Warden.open(0, parsed.list(), folder.resolve("pins"), folder.resolve("memory"));
    Warden served = warden;
    Thread.startVirtualThread(() -> {
      try {
        served.serve();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @AfterEach
  void close() throws IOException {
    warden.close();
  }

  private static String pin(String setting, String value) {
    return setting + " " + Digest.of(value) + "\n";
  }

  private String send(String message) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), warden.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(message.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String icap(String door, String head, String body) {
    String http = head + "\r\n\r\n";
    String place = body.isEmpty() ? "null-body=" : "req-body=";
    return "REQMOD icap://127.0.0.1:1344/request ICAP/1.0\r\nHost: 127.0.0.1:1344\r\nX-Door: "
        + door
        + "\r\nAllow: 204\r\nEncapsulated: req-hdr=0, "
        + place
        + http.length()
        + "\r\n\r\n"
        + http
        + chunked(body);
  }

  private static String chunked(String body) {
    return body.isEmpty()
        ? ""
        : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
  }

  private String ask(String head, String body) throws IOException {
    return send(icap("moltbot", head, body));
  }

  private static String telegram(String bot, String method) {
    return "POST https://api.telegram.org/bot"
        + bot
        + "/"
        + method
        + " HTTP/1.1\r\nHost: api.telegram.org\r\nContent-Type: application/json; charset=UTF-8";
  }

  private static String claude(String key) {
    return "POST https://api.anthropic.com/v1/messages HTTP/1.1\r\nx-api-key: " + key;
  }

  private static void assertAllowed(String answer) {
    assertThat(answer).startsWith("ICAP/1.0 204 ");
  }

  private static void assertRefused(String answer) {
    assertThat(answer).startsWith("ICAP/1.0 200 ").contains("\r\nX-Refused: ", "HTTP/1.1 403 ");
  }

  @Test
  void tellsWhatItIsFor() throws IOException {
    assertThat(send("OPTIONS icap://127.0.0.1:1344/request ICAP/1.0\r\nHost: x\r\n\r\n"))
        .startsWith("ICAP/1.0 200 ")
        .contains("Methods: REQMOD\r\n", "ISTag: ");
    assertThat(send("OPTIONS icap://127.0.0.1:1344/answer ICAP/1.0\r\nHost: x\r\n\r\n"))
        .contains("Methods: RESPMOD\r\n");
  }

  @Test
  void letsOurKeyPassAndNoOther() throws IOException {
    assertAllowed(ask(claude("our-key"), "{}"));
    assertRefused(ask(claude("their-key"), "{}"));
    assertRefused(ask(claude("our-key\r\nx-api-key: their-key"), "{}"));
    assertRefused(ask("POST https://api.anthropic.com/v1/messages HTTP/1.1\r\nHost: x", "{}"));
  }

  @Test
  void letsOurBotsPassAndNoOther() throws IOException {
    assertAllowed(ask(telegram(DESK, "getUpdates"), "{}"));
    assertRefused(ask(telegram("333:their-token", "getUpdates"), "{}"));
    assertRefused(ask(telegram(BOT, "setMyCommands"), "{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chat_id\":4243,\"text\":\"x\"}",
        "{\"chat_id\":\"@channel\",\"text\":\"x\"}",
        "{\"chat_id\":4242,\"chat_id\":666}",
        "{\"text\":\"x\"}",
        "[{\"chat_id\":4242}]",
        "{\"chat_id\":4242.5}",
        "{\"chat_id\":{\"id\":4242}}",
        "chat_id=4242",
        "{\"chat_id\":4242",
      })
  void keepsTheOwnersBotToTheOwner(String body) throws IOException {
    assertAllowed(ask(telegram(DESK, "sendMessage"), "{\"chat_id\":4242,\"text\":\"x\"}"));
    assertAllowed(ask(telegram(DESK, "sendMessage"), "{\"chat_id\":\"4242\"}"));
    assertRefused(ask(telegram(DESK, "sendMessage"), body));
  }

  @Test
  void refusesAChatThatStandsBesideTheBody() throws IOException {
    String right = "{\"chat_id\":4242}";
    assertRefused(ask(telegram(DESK, "sendMessage?chat_id=666"), right));
    String form = telegram(DESK, "sendMessage").replace("application/json", "multipart/form-data");
    assertRefused(ask(form, right));
  }

  @Test
  void letsRepliesGoToWhoWroteOnly() throws IOException {
    String reply = "{\"chat_id\":777,\"text\":\"x\"}";
    assertRefused(ask(telegram(BOT, "sendMessage"), reply));
    assertAllowed(
        answered(
            telegram(BOT, "getUpdates"),
            "{\"ok\":true,\"result\":[{\"business_message\":{\"chat\":{\"id\":777}}}]}"));
    assertAllowed(ask(telegram(BOT, "sendMessage"), reply));
    assertRefused(ask(telegram(BOT, "sendMessage"), reply.replace("777", "778")));
    close();
    start();
    assertAllowed(ask(telegram(BOT, "sendMessage"), reply));
    assertThat(folder.resolve("memory")).content().doesNotContain("777");
  }

  /** Who wrote to one bot did not write to the other. */
  @Test
  void keepsTheBotsApart() throws IOException {
    answered(telegram(DESK, "getUpdates"), "{\"result\":[{\"message\":{\"chat\":{\"id\":777}}}]}");
    assertRefused(ask(telegram(BOT, "sendMessage"), "{\"chat_id\":777}"));
  }

  @Test
  void letsATokenPassThatWasGranted() throws IOException {
    String mail =
        "GET https://gmail.googleapis.com/gmail/v1/users/me/profile HTTP/1.1\r\nAuthorization: Bearer t1";
    assertRefused(ask(mail, ""));
    String asked =
        "POST https://oauth2.googleapis.com/token HTTP/1.1\r\nHost: oauth2.googleapis.com";
    answered("tokens", asked, "{\"access_token\":\"t1\",\"expires_in\":3599}");
    assertAllowed(ask(mail, ""));
    assertRefused(ask(mail.replace("t1", "t2"), ""));
  }

  @Test
  void judgesByTheDoorItCameInBy() throws IOException {
    String asked =
        "POST https://oauth2.googleapis.com/token HTTP/1.1\r\nHost: oauth2.googleapis.com";
    assertAllowed(send(icap("tokens", asked, "a=b")));
    assertRefused(send(icap("moltbot", asked, "a=b")));
    assertRefused(send(icap("anybody", asked, "a=b")));
    assertRefused(send(icap("moltbot\r\nX-Door: tokens", asked, "a=b")));
  }

  /** Squid keeps only what is small; the rest it wants back. */
  @Test
  void givesBackWhatIsTooLargeToKeep() throws IOException {
    String body = "{\"x\":\"" + "y".repeat(100_000) + "\"}";
    String answer = send(icap("moltbot", claude("our-key"), body).replace("Allow: 204\r\n", ""));
    assertThat(answer).startsWith("ICAP/1.0 200 ").contains(claude("our-key"), body);
  }

  @Test
  void refusesWhatIsOverTheLimit() throws IOException {
    String message = icap("moltbot", claude("our-key"), "{}");
    assertThat(send(message.substring(0, message.indexOf("2\r\n{}")) + "1000000\r\n"))
        .contains("X-Refused: the request is over the limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "REQMOD icap://x/request ICAP/1.0\r\nEncapsulated: req-hdr=0\r\n\r\n",
        "REQMOD icap://x/request ICAP/1.0\r\nEncapsulated: req-hdr=0, null-body=99999\r\n\r\n",
        "REQMOD icap://x/request ICAP/1.0\r\nEncapsulated: req-hdr=0, null-body=65537\r\n\r\n",
        "REQMOD icap://x/request ICAP/1.0\r\nEncapsulated: nonsense\r\n\r\n",
        "REQMOD icap://x/request ICAP/1.0\r\nEncapsulated: req-hdr=9, null-body=3\r\n\r\n",
        "nonsense",
      })
  void saysYesToNothingItCannotRead(String message) throws IOException {
    assertThat(send(message)).doesNotContain(" 204 ");
    assertAllowed(ask(claude("our-key"), "{}"));
  }

  @Test
  void doesNotStartWithPinsItCannotRead() throws IOException {
    Files.writeString(folder.resolve("pins"), "MOLTBOT_DESK_TOKEN 111:the-token-itself\n");
    AllowList.Parsed parsed = AllowList.parse("");
    assertThatThrownBy(
            () -> Warden.open(0, parsed.list(), folder.resolve("pins"), folder.resolve("m")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("pins:1 is not SETTING and a SHA-256");
  }

  @Test
  void pinsWhatTheListNamesAndKeepsNoValue() throws IOException {
    AllowList list = AllowList.parse(Files.readString(Path.of("../security/allow-list"))).list();
    Path file = folder.resolve("new/pins");
    Map<String, String> values =
        Map.of("MOLTBOT_ANTHROPIC_KEY", "our-key", "MOLTBOT_DESK_OWNER", "4242", "OTHER", "x");
    assertThat(PinFile.write(list, values, file))
        .containsExactly("MOLTBOT_ANTHROPIC_KEY", "MOLTBOT_DESK_OWNER");
    assertThat(file).content().doesNotContain("our-key", "4242", "OTHER");
    assertThat(Pins.read(file).is("MOLTBOT_ANTHROPIC_KEY", "our-key")).isTrue();
    assertThat(PinFile.named(list)).contains("MOLTBOT_TELEGRAM_TOKEN", "MOLTBOT_VIBER_TOKEN");
  }

  private String answered(String head, String body) throws IOException {
    return answered("moltbot", head, body);
  }

  private String answered(String door, String head, String body) throws IOException {
    String request = head + "\r\n\r\n";
    String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    return send(
        "RESPMOD icap://127.0.0.1:1344/answer ICAP/1.0\r\nX-Door: "
            + door
            + "\r\nAllow: 204\r\nEncapsulated: req-hdr=0, res-hdr="
            + request.length()
            + ", res-body="
            + (request.length() + response.length())
            + "\r\n\r\n"
            + request
            + response
            + chunked(body));
  }
}
