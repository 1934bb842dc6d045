package dev.moltbot.app.command;

import dev.moltbot.app.egress.Doors;
import dev.moltbot.domain.egress.AllowList;
import dev.moltbot.domain.egress.Caller;
import dev.moltbot.tunnel.Tunnel;
import dev.moltbot.warden.Warden;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code moltbot warden}: runs in the gateway's container beside Squid, and nowhere else. */
@Command(
    name = "warden",
    hidden = true,
    subcommands = WardenPinCommand.class,
    description = "Judge the gateway's requests by key and chat, for Squid on this machine.")
final class WardenCommand implements Callable<Integer> {
  @Option(
      names = "--list",
      defaultValue = "/etc/gateway/allow-list",
      description = "The allow-list (default: ${DEFAULT-VALUE}).")
  private Path list = Path.of("");

  @Option(
      names = "--pins",
      defaultValue = "/etc/gateway/pins/pins",
      description = "Digests of the owner's keys and chat (default: ${DEFAULT-VALUE}).")
  private Path pins = Path.of("");

  @Option(
      names = "--memory",
      defaultValue = "/var/lib/gateway/memory",
      description = "Where to remember who wrote to us (default: ${DEFAULT-VALUE}).")
  private Path memory = Path.of("");

  @Option(names = "--port", defaultValue = "1344", description = "On the loopback address.")
  private int port;

  @Option(
      names = "--refusals",
      defaultValue = "/var/log/gateway/refusals.jsonl",
      description = "Squid's file of refusals (default: ${DEFAULT-VALUE}).")
  private Path refusals = Path.of("");

  @Override
  public Integer call() throws InterruptedException {
    Output output = Output.standard();
    try {
      AllowList.Parsed parsed = AllowList.parse(Files.readString(list));
      if (!parsed.problems().isEmpty()) {
        parsed.problems().forEach(problem -> output.talk().println(list + ": " + problem));
        return Exit.CONFIG;
      }
      try (Warden warden = Warden.open(port, parsed.list(), pins, memory);
          Tunnel tunnel = tunnel(parsed.list())) {
        Thread.ofPlatform().daemon().name("tunnel").start(() -> serve(tunnel, warden));
        output.talk().println("warden: judging on port " + warden.port());
        warden.serve();
      }
      return Exit.OK;
    } catch (IOException e) {
      output.talk().println("The warden cannot start, so the gateway lets nothing out: " + e);
      return Exit.FINDINGS;
    }
  }

  /** For the WhatsApp bridge, whose bytes nobody can look into. */
  private Tunnel tunnel(AllowList list) throws IOException {
    var door = new InetSocketAddress(Doors.port(Caller.WHATSAPP));
    return Tunnel.open(
        door,
        Caller.WHATSAPP,
        Doors.network(Caller.WHATSAPP),
        list,
        refusals,
        InstantSource.system());
  }

  /** The gateway ends with any of its doors, and is started again; a door less would be unseen. */
  private static void serve(Tunnel tunnel, Warden warden) {
    try (warden) {
      tunnel.serve();
    } catch (IOException e) {
      Output.standard().talk().println("The door of the tunnel is shut, so the gateway ends: " + e);
    }
  }
}
