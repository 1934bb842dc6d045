package dev.moltbot.app.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Weaknesses that only a drill finds. */
final class DrillFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "drill.others-files",
              "passwords that can be read",
              setup -> setup.write("machine/etc/shadow", "root:*:1::::::\n")),
          new Fault(
              "drill.others-files",
              "root's own folder",
              setup -> setup.write("machine/root/.profile", "umask 0\n")),
          program("setuid", "a program of root's", "su", 04755),
          program("setuid", "a program of a group's", "wall", 02755),
          program("sudo", "no password", "sudo", 0755),
          new Fault("drill.gateway", "looks every name up", setup -> gateway(setup, "503 No name")),
          new Fault("drill.gateway", "lets it through", setup -> gateway(setup, "200 OK")));

  private DrillFaults() {}

  private static Fault program(String id, String what, String name, int mode) {
    return new Fault(
        "drill." + id,
        what,
        setup -> {
          String file = "machine/usr/bin/" + name;
          setup.write(file, "#!/bin/sh\nexit 0\n");
          Files.setAttribute(setup.path(file), "unix:mode", mode);
        });
  }

  /** One that answers a single call. */
  private static void gateway(CleanSetup setup, String status) throws IOException {
    var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    setup.process("MOLTBOT_GATEWAY", "http://127.0.0.1:" + gateway.getLocalPort());
    Thread.ofVirtual().start(() -> answerOnce(gateway, status));
  }

  private static void answerOnce(ServerSocket gateway, String status) {
    try (gateway;
        Socket one = gateway.accept()) {
      var unused = one.getInputStream().read();
      byte[] answer = ("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
      one.getOutputStream().write(answer);
      one.shutdownOutput();
      one.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      return;
    }
  }
}
