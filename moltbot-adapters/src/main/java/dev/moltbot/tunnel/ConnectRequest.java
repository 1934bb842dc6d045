package dev.moltbot.tunnel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of the door (RFC 9110, section 9.3.6). Its header fields are read and not looked
 * at: none of them changes where it leads.
 *
 * @param method as it was sent, of letters only, or {@code ?}
 * @param host in lower case, as it was written, or {@code ?}
 * @param port 0 where there is none
 */
record ConnectRequest(String method, String host, int port) {
  /** Longest head, in bytes. */
  static final int MAX_BYTES = 8_192;

  /** What was not read, or made no sense. */
  static final ConnectRequest UNREAD = new ConnectRequest("?", "?", 0);

  private static final Pattern LINE =
      Pattern.compile("([A-Z]{1,16}) ([^ :]{1,253})(?::([0-9]{1,5}))? HTTP/1\\.[01]");

  /**
   * Reads one; what follows its empty line is left in the stream.
   *
   * @throws IOException when the other side ends before
   */
  static ConnectRequest read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int last = 0;
    while (last != 0x0d0a0d0a) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("it ended within the request");
      }
      if (head.size() >= MAX_BYTES) {
        return UNREAD;
      }
      head.write(next);
      last = (last << 8) | next;
    }
    return of(head.toString(StandardCharsets.ISO_8859_1));
  }

  private static ConnectRequest of(String head) {
    Matcher line = LINE.matcher(head.substring(0, head.indexOf("\r\n")));
    if (!line.matches()) {
      return UNREAD;
    }
    String port = line.group(3);
    return new ConnectRequest(
        line.group(1),
        line.group(2).toLowerCase(Locale.ROOT),
        port == null ? 0 : Integer.parseInt(port));
  }

  boolean isConnect() {
    return method.equals("CONNECT");
  }
}
