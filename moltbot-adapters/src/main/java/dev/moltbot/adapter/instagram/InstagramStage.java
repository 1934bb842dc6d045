package dev.moltbot.adapter.instagram;

import dev.moltbot.channel.Rehearsal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Instagram on loopback, with one account and the key to it. Its clock is its last message's. */
final class InstagramStage implements Rehearsal.Stage {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final FakeInstagram instagram = new FakeInstagram(now::get, false);

  @Override
  public Map<String, String> settings() {
    return Map.of(
        InstagramConfig.USERNAME.key(),
        FakeInbox.USERNAME,
        InstagramConfig.TOKEN.key(),
        FakeToken.FIRST,
        InstagramConfig.URL.key(),
        instagram.url().toString());
  }

  @Override
  public void receives(Rehearsal.Line line) {
    now.accumulateAndGet(line.at(), (a, b) -> a.isAfter(b) ? a : b);
    instagram.token.mint(FakeToken.FIRST, Duration.ZERO);
    instagram.inbox.receives(scoped(line.address()), line.text(), line.at());
  }

  @Override
  public List<String> sent() {
    return instagram.sent();
  }

  @Override
  public void close() {
    instagram.close();
  }

  /** A number like those that Instagram gives people. */
  private static String scoped(String address) {
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    return "1" + new BigInteger(1, bytes).mod(BigInteger.TEN.pow(15));
  }
}
