package dev.moltbot.fake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The calling side of a service: each call one request on one connection, nothing added, nothing
 * sent twice. Blocks; gives up after {@link #PATIENCE_MILLIS}.
 */
public final class Caller {
  /** Longest silence while waiting for an answer. */
  public static final int PATIENCE_MILLIS = 10_000;

  private Caller() {}

  /**
   * What came back.
   *
   * @param status 0 when the line went dead without an answer
   */
  public record Answered(int status, String body) {
    private static final Answered NOTHING = new Answered(0, "");
  }

  /** Posts JSON with these headers. */
  public static Answered post(URI to, Map<String, String> headers, byte[] body) {
    StringBuilder head = head("POST", to);
    head.append("Content-Type: application/json\r\n");
    head.append("Content-Length: ").append(body.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return call(to, head, body);
  }

  /** Asks by GET; the address carries the query. */
  public static Answered get(URI to) {
    return call(to, head("GET", to), new byte[0]);
  }

  private static StringBuilder head(String method, URI to) {
    String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
    return new StringBuilder(method + " " + to.getRawPath() + query + " HTTP/1.1\r\n")
        .append("Host: " + to.getAuthority() + "\r\nConnection: close\r\n");
  }

  private static Answered call(URI to, StringBuilder head, byte[] body) {
    try (Socket line = new Socket(to.getHost(), to.getPort())) {
      line.setSoTimeout(PATIENCE_MILLIS);
      OutputStream out = line.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return answered(new BufferedInputStream(line.getInputStream()));
    } catch (IOException e) {
      return Answered.NOTHING;
    }
  }

  /** The connection is closed after the answer, so its end is the body's. */
  private static Answered answered(InputStream in) throws IOException {
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    String[] parts = all.split("\r\n\r\n", 2);
    if (!parts[0].matches("(?s)HTTP/1\\.1 \\d{3}\\b.*")) {
      return Answered.NOTHING;
    }
    return new Answered(
        Integer.parseInt(parts[0].substring(9, 12)), parts.length > 1 ? parts[1] : "");
  }
}
