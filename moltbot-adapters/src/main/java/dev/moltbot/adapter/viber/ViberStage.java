package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Rehearsal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Viber on loopback, with one bot to which people write. */
final class ViberStage implements Rehearsal.Stage {
  private final FakeViber viber = new FakeViber();
  private final int port = freePort();

  @Override
  public Map<String, String> settings() {
    return Map.of(
        ViberConfig.BOT.key(),
        FakeViber.BOT,
        ViberConfig.SENDER.key(),
        "Olena",
        ViberConfig.TOKEN.key(),
        FakeViber.TOKEN,
        ViberConfig.WEBHOOK.key(),
        "http://127.0.0.1:" + port + ViberConfig.PATH.fallback(),
        ViberConfig.PORT.key(),
        Integer.toString(port),
        ViberConfig.URL.key(),
        viber.url().toString());
  }

  /** Brought once the webhook is set, and again until it is taken. */
  @Override
  public void receives(Rehearsal.Line line) {
    viber.subscribes(line.address());
    viber.calling.bringsUntilTaken(
        () -> viber.calling.text(line.address(), line.name(), line.text(), line.at()));
  }

  @Override
  public List<String> sent() {
    return viber.sent().stream().map(FakeViber.Taken::text).toList();
  }

  @Override
  public void close() {
    viber.close();
  }

  /** Free a moment ago, which is all that can be known. */
  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free loopback port", e);
    }
  }
}
