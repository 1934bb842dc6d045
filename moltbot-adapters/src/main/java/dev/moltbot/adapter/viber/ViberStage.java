package dev.moltbot.adapter.viber;

import dev.moltbot.channel.Rehearsal;
import dev.moltbot.fake.LoopbackPort;
import java.util.List;
import java.util.Map;

/** Viber on loopback, with one bot to which people write. */
final class ViberStage implements Rehearsal.Stage {
  private final FakeViber viber = new FakeViber();
  private final int port = LoopbackPort.free();

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
}
