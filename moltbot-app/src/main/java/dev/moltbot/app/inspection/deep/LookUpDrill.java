package dev.moltbot.app.inspection.deep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Asks name servers for a name that is not there (RFC 6761). One that knows so has asked others,
 * and so would carry out whatever the name says. Speaks DNS itself (RFC 1035): what the system's
 * resolver answers does not tell whether anybody was asked.
 *
 * @param patience for each server
 */
public record LookUpDrill(List<InetSocketAddress> servers, Duration patience) {
  private static final String NAME = "moltbot-audit.invalid";
  private static final int NO_ERROR = 0;
  private static final int NO_SUCH_NAME = 3;
  private static final int MAX_ANSWER = 512;
  private static final byte[] ID_AND_FLAGS = {0x4d, 0x42, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
  private static final byte[] ADDRESS_IN_INTERNET = {0, 1, 0, 1};

  public LookUpDrill {
    servers = List.copyOf(servers);
  }

  public Tried run() {
    if (servers.isEmpty()) {
      return new Tried.Refused("no name server is set");
    }
    for (InetSocketAddress server : servers) {
      int answer = ask(server);
      if (answer == NO_ERROR || answer == NO_SUCH_NAME) {
        return new Tried.WentThrough(server + " answered for a made-up name");
      }
    }
    return new Tried.Refused("nobody answers for a made-up name");
  }

  /** The answer's code (RFC 1035, 4.1.1), or -1 when there is none. */
  private int ask(InetSocketAddress server) {
    byte[] question = question();
    var answer = new DatagramPacket(new byte[MAX_ANSWER], MAX_ANSWER);
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout((int) patience.toMillis());
      socket.connect(server);
      socket.send(new DatagramPacket(question, question.length));
      socket.receive(answer);
    } catch (IOException e) {
      return -1;
    }
    return answer.getLength() < ID_AND_FLAGS.length ? -1 : answer.getData()[3] & 0xf;
  }

  private static byte[] question() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ID_AND_FLAGS);
    for (String label : NAME.split("\\.", -1)) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write(0);
    bytes.writeBytes(ADDRESS_IN_INTERNET);
    return bytes.toByteArray();
  }
}
