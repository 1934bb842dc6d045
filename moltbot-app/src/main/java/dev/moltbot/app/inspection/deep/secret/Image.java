package dev.moltbot.app.inspection.deep.secret;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Every layer of an image, and its own settings, as the engine writes it out: what {@code docker
 * save} prints, asked for <a
 * href="https://docs.docker.com/reference/api/engine/version/v1.43/#tag/Image/operation/ImageGet">over
 * the engine's socket</a>. Nothing is written to a disk.
 */
public final class Image {
  /** Unpacked bytes of an image. */
  private static final long MAX_BYTES = 4L << 30;

  private static final int MAX_HEAD = 16_384;

  private Image() {}

  /**
   * Searches an image.
   *
   * @param engine the engine's socket
   * @return why it could not, or empty
   */
  public static String search(Path engine, String name, Searched into) {
    try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(engine))) {
      // Of HTTP 1.0: the answer is not cut into chunks, and ends with the connection.
      String ask = "GET /images/" + name + "/get HTTP/1.0\r\nHost: engine\r\n\r\n";
      socket.write(ByteBuffer.wrap(ask.getBytes(StandardCharsets.US_ASCII)));
      var answer = new BufferedInputStream(Channels.newInputStream(socket), Pass.BUFFER);
      String status = status(head(answer));
      if (!status.equals("200")) {
        return status.equals("404") || status.equals("500")
            ? "the engine has no image " + name
            : "the engine does not hand it out (" + status + ")";
      }
      new Contents(into, MAX_BYTES).of(answer, "image " + name);
      return "";
    } catch (IOException e) {
      return "no engine can be reached here";
    }
  }

  private static String head(InputStream answer) throws IOException {
    var head = new ByteArrayOutputStream();
    while (head.size() < MAX_HEAD) {
      int c = answer.read();
      if (c < 0) {
        break;
      }
      head.write(c);
      if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  private static String status(String head) {
    String[] words = head.split("[ \r\n]", 3);
    return words.length < 2 ? "nothing" : words[1];
  }
}
