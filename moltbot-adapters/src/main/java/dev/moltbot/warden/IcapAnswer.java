package dev.moltbot.warden;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers in ICAP's form (RFC 3507, sections 4.3.3, 4.5 and 4.10). */
final class IcapAnswer {
  /** Changes when the warden's answers would; Squid keeps none of them. */
  private static final String TAG = "ISTag: \"moltbot-warden-1\"\r\n";

  private IcapAnswer() {}

  static byte[] options(boolean answers) {
    return text(
        "ICAP/1.0 200 OK\r\nMethods: "
            + (answers ? "RESPMOD" : "REQMOD")
            + "\r\nService: Moltbot warden\r\n"
            + TAG
            + "Allow: 204\r\nMax-Connections: "
            + Warden.MAX_CONNECTIONS
            + "\r\nOptions-TTL: 3600\r\nEncapsulated: null-body=0\r\n\r\n");
  }

  static byte[] notAllowed() {
    return text("ICAP/1.0 405 Method not allowed\r\n" + TAG + "Encapsulated: null-body=0\r\n\r\n");
  }

  /** A page instead of the answer. Why, stands in a header that the gateway writes down. */
  static byte[] refused(String why) {
    String body = "The gateway refused this: " + why + ".\n";
    String page =
        "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    return text(
        "ICAP/1.0 200 OK\r\n"
            + TAG
            + "X-Refused: "
            + why
            + "\r\nEncapsulated: res-hdr=0, res-body="
            + page.length()
            + "\r\n\r\n"
            + page
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n");
  }

  /** As it came; in full, where Squid has not kept it. */
  static byte[] unchanged(IcapMessage message) {
    if (message.head().only("allow").contains("204")) {
      return text(
          "ICAP/1.0 204 No modifications needed\r\n" + TAG + "Encapsulated: null-body=0\r\n\r\n");
    }
    boolean answer = message.head().word(0).equals("RESPMOD");
    String header = message.carried().getLast();
    var parts = new ArrayList<String>(List.of((answer ? "res" : "req") + "-hdr=0"));
    parts.add(
        (message.hasBody() ? (answer ? "res" : "req") + "-body=" : "null-body=") + header.length());
    var out = new ByteArrayOutputStream();
    out.writeBytes(
        text(
            "ICAP/1.0 200 OK\r\n"
                + TAG
                + "Encapsulated: "
                + String.join(", ", parts)
                + "\r\n\r\n"
                + header));
    if (message.hasBody()) {
      if (message.body().size() > 0) {
        out.writeBytes(text(Integer.toHexString(message.body().size()) + "\r\n"));
        out.writeBytes(message.body().toByteArray());
        out.writeBytes(text("\r\n"));
      }
      out.writeBytes(text("0\r\n\r\n"));
    }
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
