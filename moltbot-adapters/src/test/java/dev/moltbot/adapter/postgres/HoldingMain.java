package dev.moltbot.adapter.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** A process that starts the server, commits one row, says so, and then waits to be killed. */
final class HoldingMain {

  private HoldingMain() {}

  public static void main(String[] args) throws Exception {
    long before = System.nanoTime();
    EmbeddedServer server =
        args[1].equals("before")
            ? Servers.start(Path.of(args[0]))
            : Servers.startBundled(Path.of(args[0]));
    long millis = (System.nanoTime() - before) / 1_000_000;
    try (Connection connection = Servers.connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (word text)");
      statement.execute("insert into kept values ('" + args[1] + "')");
    }
    System.out.println("holding after " + millis + " ms");
    if (args[1].equals("leave")) {
      server.close();
      return;
    }
    Thread.sleep(Long.MAX_VALUE);
  }
}
