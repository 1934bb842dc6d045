package dev.moltbot.adapter.whatsapp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link FakeBridge}, in a process of its own like the real one, so that a rehearsal needs no Node.
 *
 * @param port where {@link FakeWhatsapp} listens on loopback
 */
record RehearsalProgram(int port) implements BridgeProgram {

  @Override
  public Running start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return BridgeProcess.start(
        List.of(
            java,
            "-Xmx32m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path", "."),
            FakeBridge.class.getName(),
            Integer.toString(port)),
        Path.of(System.getProperty("user.dir")));
  }

  @Override
  public boolean linksItself() {
    return true;
  }
}
